import CFuzzer

/// What libFuzzer calls with one input; the result is always 0.
public typealias FuzzTarget = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

/// Hands the process to libFuzzer, whose options are the process's arguments.
public func fuzz(_ target: FuzzTarget) {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    _ = LLVMFuzzerRunDriver(&count, &arguments, target)
}

/// An input's bytes.
public func input(_ data: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
    Array(UnsafeBufferPointer(start: data, count: count))
}

/// An input on which this fails is a finding.
public func require(_ claim: Bool, _ words: String) {
    if !claim { fatalError(words) }
}

/// libFuzzer's own main, which is linked in but gives way to the target's, asks for this.
@c(LLVMFuzzerTestOneInput)
public func unusedTarget(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt { 0 }
