/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LevExchangeError:
 * @LEV_EXCHANGE_ERROR_READ: a file or folder cannot be read
 * @LEV_EXCHANGE_ERROR_WRITE: a file or folder cannot be written
 * @LEV_EXCHANGE_ERROR_EXISTS: a file or folder that must not be replaced is already there
 * @LEV_EXCHANGE_ERROR_DAMAGED: what was written or received does not have the expected content
 * @LEV_EXCHANGE_ERROR_CSV: a text file with columns cannot be understood
 * @LEV_EXCHANGE_ERROR_ARCHIVE: a dossier cannot be archived
 * @LEV_EXCHANGE_ERROR_WORKBOOK: a workbook cannot be made
 * @LEV_EXCHANGE_ERROR_ADDRESS: someone has no e-mail address that can be used
 * @LEV_EXCHANGE_ERROR_INVITATION: a meeting has nothing yet to invite to
 * @LEV_EXCHANGE_ERROR_PICTURE: a logo or a colour that cannot be used in what is produced
 *
 * What can go wrong when something leaves or enters the application. A job that the user
 * cancelled ends in %G_IO_ERROR_CANCELLED instead.
 */
typedef enum
{
  LEV_EXCHANGE_ERROR_READ,
  LEV_EXCHANGE_ERROR_WRITE,
  LEV_EXCHANGE_ERROR_EXISTS,
  LEV_EXCHANGE_ERROR_DAMAGED,
  LEV_EXCHANGE_ERROR_CSV,
  LEV_EXCHANGE_ERROR_ARCHIVE,
  LEV_EXCHANGE_ERROR_WORKBOOK,
  LEV_EXCHANGE_ERROR_ADDRESS,
  LEV_EXCHANGE_ERROR_INVITATION,
  LEV_EXCHANGE_ERROR_PICTURE,
} LevExchangeError;

#define LEV_EXCHANGE_ERROR (lev_exchange_error_quark ())

GQuark lev_exchange_error_quark (void);

G_END_DECLS
