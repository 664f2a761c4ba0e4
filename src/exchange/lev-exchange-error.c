/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-exchange-error.h"

G_DEFINE_QUARK (lev - exchange - error - quark, lev_exchange_error)
