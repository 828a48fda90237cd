/* The reference of the ballots: SQLite alone, WAL, synchronous=FULL, one insert per transaction, for a given time.
 * Usage: bare_inserts FILE SECONDS.  Prints one JSON object; exits 1 when durability could not be had. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Bytes of a row: about what one event of a ballot weighs. */
#define ROW_BYTES 300

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static void check(int code, int wanted, sqlite3 *database, const char *what) {
    if (code == wanted) return;
    fprintf(stderr, "%s: %s\n", what, database ? sqlite3_errmsg(database) : sqlite3_errstr(code));
    exit(1);
}

static int answer(void *into, int columns, char **values, char **names) {
    (void)names;
    if (columns > 0 && values[0]) snprintf(into, 16, "%s", values[0]);
    return 0;
}

int main(int count, char **words) {
    if (count != 3) return fprintf(stderr, "usage: bare_inserts FILE SECONDS\n"), 64;
    double seconds = atof(words[2]);
    sqlite3 *database = NULL;
    sqlite3_stmt *insert = NULL;
    char text[16] = "";
    check(sqlite3_open(words[1], &database), SQLITE_OK, database, "open");
    check(sqlite3_exec(database, "PRAGMA journal_mode=WAL", answer, text, NULL), SQLITE_OK, database, "journal_mode");
    if (strcmp(text, "wal") != 0) return fprintf(stderr, "journal_mode is %s\n", text), 1;
    check(sqlite3_exec(database, "PRAGMA synchronous=FULL", NULL, NULL, NULL), SQLITE_OK, database, "synchronous");
    check(sqlite3_exec(database, "PRAGMA synchronous", answer, text, NULL), SQLITE_OK, database, "synchronous");
    if (strcmp(text, "2") != 0) return fprintf(stderr, "synchronous is %s\n", text), 1;
    check(sqlite3_exec(database, "CREATE TABLE IF NOT EXISTS fact (id INTEGER PRIMARY KEY, body TEXT NOT NULL)", NULL, NULL, NULL), SQLITE_OK, database, "create");
    check(sqlite3_prepare_v2(database, "INSERT INTO fact (body) VALUES (?)", -1, &insert, NULL), SQLITE_OK, database, "prepare");
    char body[ROW_BYTES + 1];
    memset(body, 'x', ROW_BYTES);
    body[ROW_BYTES] = 0;
    double start = now(), end = start;
    long inserts = 0;
    while (end - start < seconds) {
        sqlite3_bind_text(insert, 1, body, ROW_BYTES, SQLITE_STATIC);
        check(sqlite3_step(insert), SQLITE_DONE, database, "insert");
        sqlite3_reset(insert);
        inserts++;
        end = now();
    }
    printf("{\"inserts\": %ld, \"seconds\": %.6f}\n", inserts, end - start);
    sqlite3_finalize(insert);
    sqlite3_close(database);
    return 0;
}
