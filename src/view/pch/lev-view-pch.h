/* What the files of the view read first, compiled once. */
#include <adwaita.h>
