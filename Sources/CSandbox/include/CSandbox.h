/// What a child process that opens foreign bytes may use, and what it may not do.
#ifndef TAMGA_CSANDBOX_H
#define TAMGA_CSANDBOX_H

#include <stdint.h>
#include <sys/types.h>

// The sandbox's functions return 0, or the errno of the step that failed.

struct tamga_limits {
    /// RLIMIT_DATA: heap and private writable mappings.
    uint64_t data_bytes;
    /// RLIMIT_CPU.
    uint64_t cpu_seconds;
    /// RLIMIT_FSIZE: of each file written.
    uint64_t file_bytes;
    /// RLIMIT_NOFILE.
    uint64_t open_files;
    /// An alarm that ends the process, and what it becomes by exec.
    uint32_t wall_seconds;
};

/// Closes every descriptor above standard error.
int tamga_sandbox_close_inherited(void);

/// Sets soft and hard limits alike, and no core files.
int tamga_sandbox_limit(const struct tamga_limits *limits);

/// Forbids new privileges; what follows needs it.
int tamga_sandbox_renounce(void);

/// From now on this thread opens nothing but what lies at or below these paths, and reaches into
/// no process that may open more; both lists end with a null pointer, paths that are not there
/// are passed over. `writable` are folders for new files. Does nothing on kernels without
/// Landlock (before 5.13, or where it is switched off).
int tamga_sandbox_paths(const char *const *readable, const char *const *writable);

/// Whether the kernel can do that: 1 or 0.
int tamga_paths_supported(void);

/// Filters system calls for all threads: no sockets, no tracing, no new processes, no signals to
/// others, no mounts, no keys. Another program can be executed afterwards only if `allows_exec`
/// is not 0; it inherits all.
int tamga_sandbox_lock(int allows_exec);

/// Keeps other processes of the same user from looking into this one, or writing into it.
int tamga_conceal(void);

/// A new file in memory alone, which no program inherits by itself; -1 with errno if there is
/// none to be had.
int tamga_memory_file(void);

/// Makes a copy of this process, which must have one thread alone and which the copy does not
/// outlive. Returns 0 in the copy, its id in the original, -1 with errno.
pid_t tamga_copy(void);

/// In the copy: standard output becomes `answer`, the other streams lead nowhere, and every other
/// descriptor is closed.
int tamga_become_task(int answer);

/// What ``tamga_await`` adds to the number of the signal that ended a copy.
enum { TAMGA_KILLED = 256 };

/// Waits for a copy's end and returns its exit status or its signal; -1 if there is none. The
/// copy is ended by force as soon as the other end of the socket `line` is closed.
int tamga_await(pid_t copy, int line);

#endif
