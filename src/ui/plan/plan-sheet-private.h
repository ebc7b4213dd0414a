/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-sheet.h"

#include "plan-task-index.h"
#include "plan-theme.h"

G_BEGIN_DECLS

#define PLAN_SHEET_PADDING  6
#define PLAN_SHEET_INDENT   12
#define PLAN_SHEET_EXPANDER 15

/* A cursor position and the kind of movement between two. */
typedef enum {
  PLAN_SHEET_MOVE,    /* the new cell alone */
  PLAN_SHEET_EXTEND,  /* everything between the anchor and the new cell */
} PlanSheetMove;

typedef struct
{
  PlanColumnId id;
  int width; /* px, as shown: scaled with the text */
} PlanSheetColumn;

typedef struct _PlanSheetBody PlanSheetBody;
typedef struct _PlanSheetHeader PlanSheetHeader;
typedef struct _PlanSheetRow PlanSheetRow;
typedef struct _PlanSheetCompletion PlanSheetCompletion;

/**
 * PlanSheet:
 * @columns: the shown columns; @columns_serial: another one after each change of them; @columns_scale: of the text that their
 *   widths are made for
 * @number_width: of the column of row numbers; @frozen_width: with the indicators
 * @column: index of the cursor's column
 * @anchor_row, @anchor_column: the other end of the range of cells
 * @whole_rows: rows are selected by their numbers, not cells
 * @edit_task: whose cell is edited, or %PLAN_ID_NONE for the empty row
 * @edit_original: what the editor began with
 * @preedit: text that an input method has not handed over yet
 * @warm: the input method has been woken
 * @settling: the editor is being closed; its signals mean nothing
 */
struct _PlanSheet
{
  GtkWidget parent_instance;

  PlanRowList *list;
  const PlanChartTheme *theme;

  PlanSheetHeader *header;
  PlanSheetBody *body;
  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  GtkScrollablePolicy policies[2];
  int header_height;

  GArray *columns;
  guint columns_serial;
  double columns_scale;
  int number_width;
  int frozen_width;
  int line_height;

  guint column;
  guint anchor_row;
  guint anchor_column;
  gboolean whole_rows;

  GtkText *editor;
  gboolean editing;
  gboolean warm;
  gboolean settling;
  PlanId edit_task;
  PlanColumnId edit_column;
  char *edit_original;
  char *preedit;
  GtkWidget *reason;  /* popover below the editor: why the text was refused */
  GtkWidget *picker;  /* popover with a calendar or a list; kept when it is closed, as the menus are */
  PlanId picker_task; /* for which it was opened */
  GtkWidget *menu;    /* context menu */
  PlanSheetCompletion *completion;
};

/* plan-sheet.c */
guint            plan_sheet_get_n_columns    (PlanSheet *self);
PlanSheetColumn *plan_sheet_get_column       (PlanSheet *self, guint index);
guint            plan_sheet_find_column      (PlanSheet *self, PlanColumnId column);
int              plan_sheet_get_column_x     (PlanSheet *self, guint index);
guint            plan_sheet_get_column_at    (PlanSheet *self, double x);
double           plan_sheet_get_offset       (PlanSheet *self, GtkOrientation orientation);
double           plan_sheet_get_row_y        (PlanSheet *self, guint row);
guint            plan_sheet_get_row_at       (PlanSheet *self, double y);
guint            plan_sheet_get_rows_a_page  (PlanSheet *self);
char            *plan_sheet_get_text         (PlanSheet *self, guint row, PlanColumnId column, PlanCellStyle style);
gboolean         plan_sheet_can_edit         (PlanSheet *self, guint row, PlanColumnId column);
void             plan_sheet_columns_changed  (PlanSheet *self);
void             plan_sheet_go_to            (PlanSheet *self, guint row, guint column, PlanSheetMove move);
void             plan_sheet_reveal_cursor    (PlanSheet *self);
void             plan_sheet_focus_cursor     (PlanSheet *self);
void             plan_sheet_get_range        (PlanSheet *self, guint *first_row, guint *last_row, guint *first_column, guint *last_column);
void             plan_sheet_tell             (PlanSheet *self, const char *sentence);
void             plan_sheet_tell_done        (PlanSheet *self, const char *sentence);
void             plan_sheet_tell_columns     (PlanSheet *self);
PlanColumnId     plan_sheet_get_visible_id   (PlanSheet *self, guint index);

/* plan-sheet-keys.c */
void             plan_sheet_init_keys        (PlanSheet *self);

/* plan-sheet-editor.c */
void             plan_sheet_init_editor      (PlanSheet *self);
gboolean         plan_sheet_start_edit       (PlanSheet *self, gboolean select_all, gboolean empty);
gboolean         plan_sheet_commit           (PlanSheet *self, gboolean take_focus);
void             plan_sheet_get_editor_area  (PlanSheet *self, graphene_rect_t *area);
void             plan_sheet_warm_up          (PlanSheet *self);
gboolean         plan_sheet_has_preedit      (PlanSheet *self);

/* plan-sheet-completion.c */
void             plan_sheet_update_completion (PlanSheet *self);
void             plan_sheet_close_completion (PlanSheet *self);
gboolean         plan_sheet_press_completion (PlanSheet *self, guint key, GdkModifierType state);
void             plan_sheet_click_completion (PlanSheet *self, GdkEvent *event);
void             plan_sheet_dispose_completion (PlanSheet *self);
GtkWidget       *plan_sheet_get_completion   (PlanSheet *self);

/* plan-sheet-pointer.c */
void             plan_sheet_init_pointer     (PlanSheet *self);

/* plan-sheet-clipboard.c */
gboolean         plan_sheet_fill_cells       (PlanSheet *self, const char *text, GError **error);

/* plan-sheet-drag.c */
void             plan_sheet_init_drag        (PlanSheet *self);
void             plan_sheet_draw_drop        (PlanSheet *self, GtkSnapshot *snapshot);
void             plan_sheet_dispose_drag     (PlanSheet *self);

/* plan-sheet-picker.c */
/* Points @popover at @area of the body, at the nearest edge where the area is scrolled out of view. */
void             plan_sheet_point_popover    (PlanSheet *self, GtkPopover *popover, const graphene_rect_t *area);
void             plan_sheet_check_picker     (PlanSheet *self);
GtkWidget       *plan_sheet_find_popover     (PlanSheet *self);
void             plan_sheet_close_popovers   (PlanSheet *self);

/* plan-sheet-body.c */
#define PLAN_TYPE_SHEET_BODY (plan_sheet_body_get_type ())
G_DECLARE_FINAL_TYPE (PlanSheetBody, plan_sheet_body, PLAN, SHEET_BODY, GtkWidget)

GtkWidget       *plan_sheet_body_new         (PlanSheet *sheet);
void             plan_sheet_body_rebind      (PlanSheetBody *self);
GtkWidget       *plan_sheet_body_get_cell    (PlanSheetBody *self, guint row, guint column);

/* plan-sheet-row.c */
#define PLAN_TYPE_SHEET_ROW (plan_sheet_row_get_type ())
G_DECLARE_FINAL_TYPE (PlanSheetRow, plan_sheet_row, PLAN, SHEET_ROW, GtkWidget)

GtkWidget       *plan_sheet_row_new          (PlanSheet *sheet);
void             plan_sheet_row_bind         (PlanSheetRow *self, guint row);
guint            plan_sheet_row_get_row      (PlanSheetRow *self);
GtkWidget       *plan_sheet_row_get_cell     (PlanSheetRow *self, guint column);
void             plan_sheet_row_describe_cell (PlanSheetRow *self, guint column);
int              plan_sheet_row_get_indent   (PlanSheet *sheet, guint row);

/* plan-sheet-header.c */
#define PLAN_TYPE_SHEET_HEADER (plan_sheet_header_get_type ())
G_DECLARE_FINAL_TYPE (PlanSheetHeader, plan_sheet_header, PLAN, SHEET_HEADER, GtkWidget)

GtkWidget       *plan_sheet_header_new       (PlanSheet *sheet);
void             plan_sheet_header_rebuild   (PlanSheetHeader *self);
void             plan_sheet_header_update    (PlanSheetHeader *self);
void             plan_sheet_header_open_menu (PlanSheetHeader *self, guint column);
void             plan_sheet_header_open_chooser (PlanSheetHeader *self, guint column);

/* Colours of the chart's theme in GTK's form. */
void             plan_sheet_fill             (GtkSnapshot *snapshot, PlanColour colour, double alpha, double x, double y, double width, double height);

G_END_DECLS
