import Workshop

/// The programs that children become to show pages.
struct ProgramCheck: Check {
    var missing = FileWorkshop.missingPrograms

    func finding() async -> Finding {
        guard missing.isEmpty else {
            return .failed(
                "\(missing.joined(separator: ", ")) cannot be found: pages cannot be shown",
                remedy: "install poppler-utils, or set PATH")
        }
        return .good("the programs for pages are installed")
    }
}

/// The sandbox in which foreign files are opened.
struct SandboxCheck: Check {
    let program: String

    func finding() async -> Finding {
        do {
            return Self.finding(
                without: try await FileWorkshop(executable: program).missingGuards())
        } catch {
            return .failed(
                "no child can open a file: \(error)",
                remedy: "let the container or unit allow new processes, seccomp filters and "
                    + "no_new_privs")
        }
    }

    static func finding(without missing: [FileWorkshop.Guard]) -> Finding {
        switch missing.first {
        case nil: .good("they are kept from the network and from all other files")
        case .systemCalls, .network:
            .failed(
                "the filter of system calls does not hold",
                remedy: "use a kernel with CONFIG_SECCOMP_FILTER, not emulated")
        case .otherFiles:
            .warning(
                "the kernel does not keep them from other files (Landlock)",
                remedy: "use Linux 5.13 or newer with landlock among its lsm=, and let the "
                    + "container's seccomp profile allow it")
        }
    }
}
