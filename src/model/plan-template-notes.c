/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a template says about a task, as notes of the task that is made of it: guidance, lists, typical risks and the three
 * estimates. The headings are in the language of the template's texts, whatever that of the window is, so they stand here
 * in both.
 */

#include "plan-template-use.h"

#include "plan-text.h"

static const PlanBilingual headings[PLAN_TEMPLATE_N_ITEM_KINDS] = {
  [PLAN_TEMPLATE_CHECK] = { { "Checklist", "检查表" } },
  [PLAN_TEMPLATE_CRITERION] = { { "To pass the gate", "通过条件" } },
  [PLAN_TEMPLATE_DOCUMENT] = { { "Required documents", "必备文档" } },
  [PLAN_TEMPLATE_DELIVERABLE] = { { "Deliverables", "可交付成果" } },
};

static const PlanBilingual risks_heading = { { "Typical risks", "典型风险" } };

static const PlanBilingual levels[] = {
  [PLAN_TEMPLATE_LOW] = { { "low", "低" } },
  [PLAN_TEMPLATE_MEDIUM] = { { "medium", "中" } },
  [PLAN_TEMPLATE_HIGH] = { { "high", "高" } },
};

/* Probability, impact. */
static const PlanBilingual risk_levels = { { " (probability %s, impact %s)", "（概率%s，影响%s）" } };

/* Optimistic, likely and pessimistic duration. */
static const PlanBilingual estimate = { { "Estimate: %s – %s – %s (optimistic – likely – pessimistic)",
                                          "三点估算：%s – %s – %s（乐观 – 最可能 – 悲观）" } };

static const struct
{
  PlanUnit unit;
  PlanBilingual format;
} units[] = {
  { PLAN_UNIT_MINUTE, { { "%s min", "%s 分钟" } } },
  { PLAN_UNIT_HOUR, { { "%s h", "%s 小时" } } },
  { PLAN_UNIT_DAY, { { "%s d", "%s 天" } } },
  { PLAN_UNIT_WEEK, { { "%s w", "%s 周" } } },
  { PLAN_UNIT_MONTH, { { "%s mo", "%s 月" } } },
  { PLAN_UNIT_ELAPSED_MINUTE, { { "%s min by the clock", "%s 连续分钟" } } },
  { PLAN_UNIT_ELAPSED_HOUR, { { "%s h by the clock", "%s 连续小时" } } },
  { PLAN_UNIT_ELAPSED_DAY, { { "%s days by the calendar", "%s 个日历日" } } },
  { PLAN_UNIT_ELAPSED_WEEK, { { "%s weeks by the calendar", "%s 个日历周" } } },
  { PLAN_UNIT_ELAPSED_MONTH, { { "%s months by the calendar", "%s 个日历月" } } },
};

/* Two texts with %s, put in one after the other; formats of printf must be known to the compiler. */
static char *
fill (const char *format, const char *const *values)
{
  GString *text = g_string_new (NULL);

  for (; *format != '\0'; format++)
    if (format[0] == '%' && format[1] == 's')
      {
        g_string_append (text, *values++);
        format++;
      }
    else
      g_string_append_c (text, *format);
  return g_string_free (text, FALSE);
}

static char *
format_duration (PlanTicks duration, PlanUnit unit, PlanLanguage language)
{
  const PlanConversion conversion = PLAN_CONVERSION_DEFAULT;
  PlanTicks ticks = plan_unit_get_ticks (unit, &conversion);
  g_autofree char *number = NULL;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  number = g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.4g", (double) duration / (double) ticks));
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (units[i].unit == unit)
      return fill (units[i].format.texts[language], (const char *[]) { number });
  return g_steal_pointer (&number);
}

/* Parts are set off by an empty line. */
static void
begin_part (GString *notes)
{
  if (notes->len > 0)
    g_string_append (notes, "\n\n");
}

static void
add_items (const PlanTemplate *self, guint task, PlanTemplateItemKind kind, PlanLanguage language, GString *notes)
{
  gboolean first = TRUE;

  for (guint i = plan_template_get_task (self, task)->first_item; i < self->items->len; i++)
    {
      const PlanTemplateItem *item = &g_array_index (self->items, PlanTemplateItem, i);

      if (item->task != task)
        break;
      if (item->kind != kind)
        continue;
      if (first)
        {
          begin_part (notes);
          g_string_append (notes, headings[kind].texts[language]);
        }
      first = FALSE;
      g_string_append_printf (notes, "\n%s %s", kind == PLAN_TEMPLATE_CHECK ? "☐" : "•",
                              plan_bilingual_get (&item->text, language));
    }
}

static void
add_risks (const PlanTemplate *self, guint task, PlanLanguage language, GString *notes)
{
  gboolean first = TRUE;

  for (guint i = 0; i < self->risks->len; i++)
    {
      const PlanTemplateRisk *risk = &g_array_index (self->risks, PlanTemplateRisk, i);
      const char *values[] = { levels[risk->probability].texts[language], levels[risk->impact].texts[language] };
      g_autofree char *level = NULL;

      if (risk->task != task)
        continue;
      if (first)
        {
          begin_part (notes);
          g_string_append (notes, risks_heading.texts[language]);
        }
      first = FALSE;
      level = fill (risk_levels.texts[language], values);
      g_string_append_printf (notes, "\n• %s%s", plan_bilingual_get (&risk->description, language), level);
      if (plan_bilingual_is_set (&risk->response))
        g_string_append_printf (notes, "\n  → %s", plan_bilingual_get (&risk->response, language));
    }
}

static void
add_estimate (const PlanTemplateTask *task, PlanLanguage language, GString *notes)
{
  g_autofree char *optimistic = format_duration (task->optimistic, task->duration_unit, language);
  g_autofree char *likely = format_duration (task->duration, task->duration_unit, language);
  g_autofree char *pessimistic = format_duration (task->pessimistic, task->duration_unit, language);
  const char *values[] = { optimistic, likely, pessimistic };
  g_autofree char *text = fill (estimate.texts[language], values);

  begin_part (notes);
  g_string_append (notes, text);
}

/**
 * plan_template_write_notes:
 *
 * Returns: (transfer full) (nullable): the notes of a task, or %NULL when the template says nothing about it
 */
char *
plan_template_write_notes (const PlanTemplate *self, guint number, PlanLanguage language)
{
  const PlanTemplateTask *task = plan_template_get_task (self, number);
  GString *notes = g_string_new (plan_bilingual_get (&task->guidance, language));

  for (guint kind = 0; kind < PLAN_TEMPLATE_N_ITEM_KINDS; kind++)
    add_items (self, number, kind, language, notes);
  add_risks (self, number, language, notes);
  if (task->optimistic < task->pessimistic)
    add_estimate (task, language, notes);
  return g_string_free (notes, notes->len == 0);
}

/**
 * plan_template_write_summary:
 *
 * Returns: (transfer full) (nullable): the notes of a project that is made of the template
 */
char *
plan_template_write_summary (const PlanTemplate *self, PlanLanguage language)
{
  GString *notes = g_string_new (plan_bilingual_get (&self->summary, language));

  if (plan_bilingual_is_set (&self->calendar_hint))
    {
      begin_part (notes);
      g_string_append (notes, plan_bilingual_get (&self->calendar_hint, language));
    }
  add_risks (self, PLAN_TEMPLATE_NONE, language, notes);
  return g_string_free (notes, notes->len == 0);
}
