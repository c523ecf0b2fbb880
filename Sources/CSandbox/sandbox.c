#define _GNU_SOURCE
#include "CSandbox.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

static int limit(__rlimit_resource_t resource, uint64_t value) {
    const struct rlimit bound = {value, value};
    return setrlimit(resource, &bound) == 0 ? 0 : errno;
}

int tamga_sandbox_close_inherited(void) {
    if (syscall(SYS_close_range, 3U, ~0U, 0U) == 0) return 0;
    if (errno != ENOSYS) return errno;
    // Kernels before 5.9.
    const long count = sysconf(_SC_OPEN_MAX);
    for (int file = 3; file < count; file++) close(file);
    return 0;
}

int tamga_sandbox_limit(const struct tamga_limits *limits) {
    int failure = limit(RLIMIT_CORE, 0);
    if (!failure) failure = limit(RLIMIT_DATA, limits->data_bytes);
    if (!failure) failure = limit(RLIMIT_CPU, limits->cpu_seconds);
    if (!failure) failure = limit(RLIMIT_FSIZE, limits->file_bytes);
    if (!failure) failure = limit(RLIMIT_NOFILE, limits->open_files);
    alarm(limits->wall_seconds);
    return failure;
}

int tamga_sandbox_renounce(void) {
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 ? 0 : errno;
}

int tamga_install_filter(int allows_exec);

int tamga_sandbox_lock(int allows_exec) {
    return tamga_install_filter(allows_exec);
}
