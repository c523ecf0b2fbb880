/// What a child process that opens foreign bytes may use, and what it may not do.
#ifndef TAMGA_CSANDBOX_H
#define TAMGA_CSANDBOX_H

#include <stdint.h>

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

/// Ends the process with its parent, forbids new privileges, and filters system calls for all
/// threads: no sockets, no tracing, no new processes, no signals to others, no mounts, no keys.
/// Another program can be executed afterwards only if `allows_exec` is not 0; it inherits all.
int tamga_sandbox_lock(int allows_exec);

/// A new file in memory alone, which no program inherits by itself; -1 with errno if there is
/// none to be had.
int tamga_memory_file(void);

#endif
