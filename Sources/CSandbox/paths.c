// What of the file system a process may still open (landlock(7)); the numbers are the kernel's.
#define _GNU_SOURCE
#include "CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// The same on every architecture.
#define CREATE_RULESET 444
#define ADD_RULE 445
#define RESTRICT_SELF 446
#define VERSION_ASKED 1
#define PATH_BENEATH 1

enum {
    EXECUTE = 1 << 0,
    WRITE_FILE = 1 << 1,
    READ_FILE = 1 << 2,
    READ_DIR = 1 << 3,
    REMOVE_FILE = 1 << 5,
    MAKE_REG = 1 << 8,
    // Everything that the first version of the interface knows.
    FIRST_VERSION = (1 << 13) - 1,
    REFER = 1 << 13,
    TRUNCATE = 1 << 14,
};

struct ruleset {
    uint64_t handled;
};

struct rule {
    uint64_t allowed;
    int32_t beneath;
} __attribute__((packed));

static long version(void) { return syscall(CREATE_RULESET, 0, 0, VERSION_ASKED); }

int tamga_paths_supported(void) { return version() > 0; }

/// A path that is not there needs no rule.
static int allow(int ruleset, const char *path, uint64_t rights) {
    const int file = open(path, O_PATH | O_CLOEXEC);
    if (file < 0) return errno == ENOENT || errno == EACCES || errno == ENOTDIR ? 0 : errno;
    struct stat status;
    struct rule rule = {rights, file};
    int failure = fstat(file, &status) == 0 ? 0 : errno;
    // A file can have none of the rights that are a folder's.
    if (!S_ISDIR(status.st_mode)) rule.allowed &= EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE;
    if (!failure && syscall(ADD_RULE, ruleset, PATH_BENEATH, &rule, 0) != 0) failure = errno;
    close(file);
    return failure;
}

int tamga_sandbox_paths(const char *const *readable, const char *const *writable) {
    const long known = version();
    if (known <= 0) return 0;
    const uint64_t later = (known >= 2 ? REFER : 0) | (known >= 3 ? TRUNCATE : 0);
    const struct ruleset rules = {FIRST_VERSION | later};
    const int ruleset = (int)syscall(CREATE_RULESET, &rules, sizeof rules, 0);
    if (ruleset < 0) return errno;
    const uint64_t reading = EXECUTE | READ_FILE | READ_DIR;
    const uint64_t writing =
        READ_FILE | READ_DIR | WRITE_FILE | MAKE_REG | REMOVE_FILE | (later & TRUNCATE);
    int failure = 0;
    for (; !failure && *readable; readable++) failure = allow(ruleset, *readable, reading);
    for (; !failure && *writable; writable++) failure = allow(ruleset, *writable, writing);
    if (!failure && syscall(RESTRICT_SELF, ruleset, 0) != 0) failure = errno;
    close(ruleset);
    return failure;
}
