#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row of the preferences that chooses a folder. Property `key` is the name of the setting that
 * keeps it; empty means that no folder was chosen. */

#define LEV_TYPE_FOLDER_ROW (lev_folder_row_get_type ())
G_DECLARE_FINAL_TYPE (LevFolderRow, lev_folder_row, LEV, FOLDER_ROW, AdwActionRow)

G_END_DECLS
