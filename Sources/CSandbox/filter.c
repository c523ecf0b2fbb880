// The system-call filter, in the kernel's classic BPF (seccomp(2)).
#define _GNU_SOURCE
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "the filter knows x86_64 and aarch64"
#endif

#define RETURN(value) BPF_STMT(BPF_RET | BPF_K, (value))
#define REFUSE(code) RETURN(SECCOMP_RET_ERRNO | (code))
#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
// Both machines are little-endian: the low word of an argument comes first.
#define LOAD_LOW(n) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[n]))
#define LOAD_HIGH(n) \
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[n]) + 4)
#define SKIP_UNLESS(value, count) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), 0, (count))
#define SKIP_IF(value, count) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), (count), 0)
#define DENY(call) SKIP_UNLESS(SYS_##call, 1), REFUSE(EPERM)

int tamga_install_filter(int allows_exec) {
    const unsigned self = (unsigned)getpid();
    struct sock_filter program[] = {
        LOAD(arch),
        SKIP_IF(ARCHITECTURE, 1),
        RETURN(SECCOMP_RET_KILL_PROCESS),
        LOAD(nr),
#if defined(__x86_64__)
        // The x32 calls are the same ones under other numbers.
        BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000U, 0, 1),
        RETURN(SECCOMP_RET_KILL_PROCESS),
        DENY(fork),
        DENY(vfork),
#endif
        DENY(socket),
        DENY(socketpair),
        DENY(connect),
        DENY(bind),
        DENY(listen),
        DENY(accept),
        DENY(accept4),
        DENY(sendto),
        DENY(sendmsg),
        DENY(sendmmsg),
        DENY(io_uring_setup),
        DENY(io_uring_enter),
        DENY(io_uring_register),
        DENY(ptrace),
        DENY(process_vm_readv),
        DENY(process_vm_writev),
        DENY(kcmp),
        DENY(pidfd_open),
        DENY(pidfd_getfd),
        DENY(pidfd_send_signal),
        DENY(tkill),
        DENY(rt_sigqueueinfo),
        DENY(rt_tgsigqueueinfo),
        DENY(setrlimit),
        DENY(unshare),
        DENY(setns),
        DENY(mount),
        DENY(umount2),
        DENY(pivot_root),
        DENY(chroot),
        DENY(open_tree),
        DENY(move_mount),
        DENY(fsopen),
        DENY(fsmount),
        DENY(open_by_handle_at),
        DENY(bpf),
        DENY(perf_event_open),
        DENY(userfaultfd),
        DENY(add_key),
        DENY(request_key),
        DENY(keyctl),
        DENY(init_module),
        DENY(finit_module),
        DENY(delete_module),
        DENY(kexec_load),
        DENY(reboot),
        DENY(swapon),
        DENY(swapoff),
        DENY(settimeofday),
        DENY(clock_settime),
        DENY(acct),
        DENY(quotactl),
        // The C library falls back to clone, whose flags can be seen here.
        SKIP_UNLESS(SYS_clone3, 1),
        REFUSE(ENOSYS),
        // Threads, but no processes.
        SKIP_UNLESS(SYS_clone, 4),
        LOAD_LOW(0),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 1, 0),
        REFUSE(EPERM),
        RETURN(SECCOMP_RET_ALLOW),
        // Signals to itself only (abort needs them).
        SKIP_IF(SYS_kill, 1),
        SKIP_UNLESS(SYS_tgkill, 4),
        LOAD_LOW(0),
        SKIP_IF(self, 1),
        REFUSE(EPERM),
        RETURN(SECCOMP_RET_ALLOW),
        // Limits may be read, not set: the third argument must be a null pointer.
        SKIP_UNLESS(SYS_prlimit64, 6),
        LOAD_LOW(2),
        SKIP_UNLESS(0, 2),
        LOAD_HIGH(2),
        SKIP_IF(0, 1),
        REFUSE(EPERM),
        RETURN(SECCOMP_RET_ALLOW),
        SKIP_IF(SYS_execve, 1),
        SKIP_UNLESS(SYS_execveat, 1),
        allows_exec ? (struct sock_filter)RETURN(SECCOMP_RET_ALLOW)
                    : (struct sock_filter)REFUSE(EPERM),
        RETURN(SECCOMP_RET_ALLOW),
    };
    const struct sock_fprog filter = {sizeof program / sizeof program[0], program};
    const long answer =
        syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &filter);
    // Above 0 it is the thread that could not be brought under the filter.
    return answer == 0 ? 0 : answer > 0 ? EBUSY : errno;
}
