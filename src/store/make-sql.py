#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns schema.sql and queries.sql into plan-sql.c and plan-sql.h: one string and an array of named statements."""

import re
import sys

LICENCE = "/* SPDX-License-Identifier: GPL-3.0-or-later */\n/* Made by make-sql.py from schema.sql and queries.sql. */\n"


def quote(sql):
    """A C string literal for each line of the SQL; comments and empty lines are left out."""
    lines = [line for line in sql.splitlines() if line.strip() and not line.startswith("--")]
    return "\n".join('  "%s\\n"' % line.replace("\\", "\\\\").replace('"', '\\"') for line in lines)


def read_queries(text):
    """The statements of queries.sql as (name, sql), in the order of the file."""
    parts = re.split(r"^-- STMT_(\w+)\n", text, flags=re.M)
    return list(zip(parts[1::2], parts[2::2]))


def main():
    schema_path, queries_path, source_path, header_path = sys.argv[1:]
    with open(schema_path, encoding="utf-8") as file:
        schema = file.read()
    with open(queries_path, encoding="utf-8") as file:
        queries = read_queries(file.read())

    with open(header_path, "w", encoding="utf-8") as file:
        file.write(LICENCE + "#pragma once\n\ntypedef enum {\n")
        file.writelines("  PLAN_STMT_%s,\n" % name for name, sql in queries)
        file.write("  PLAN_N_STMTS\n} PlanStmtId;\n\n")
        file.write("typedef struct\n{\n  const char *name;\n  const char *sql;\n} PlanSql;\n\n")
        file.write("extern const char plan_sql_schema[];\nextern const PlanSql plan_sql_queries[PLAN_N_STMTS];\n")
    with open(source_path, "w", encoding="utf-8") as file:
        file.write(LICENCE + '#include "plan-sql.h"\n\n')
        file.write("const char plan_sql_schema[] =\n%s;\n\n" % quote(schema))
        file.write("const PlanSql plan_sql_queries[PLAN_N_STMTS] = {\n")
        file.writelines('  { "%s",\n%s },\n' % (name, quote(sql)) for name, sql in queries)
        file.write("};\n")


main()
