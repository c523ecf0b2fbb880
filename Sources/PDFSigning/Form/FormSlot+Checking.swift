import PDFText

extension FormSlot {
    /// Throws for what no page could make good.
    func check() throws(FormProblem) {
        let options: [String]? =
            switch kind {
            case .radio(let options), .select(let options): options
            case .text, .checkbox, .stamp: nil
            }
        if let options {
            guard !options.isEmpty, !options.contains(""), Set(options).count == options.count
            else { throw FormProblem(key, .unsuitableOptions) }
        }
        let count = if case .radio(let options) = kind { options.count } else { 1 }
        guard places.count == count else { throw FormProblem(key, .unsuitableOptions) }
        guard places.allSatisfy({ $0.rect.isProper }) else { throw FormProblem(key, .outsidePage) }
        try checkPrefilled(options)
    }

    private func checkPrefilled(_ options: [String]?) throws(FormProblem) {
        switch (kind, prefilled) {
        case (_, nil), (.checkbox, .tick), (.text(nil), .text): break
        case (.text(let maximum?), .text(let text)):
            guard text.unicodeScalars.count <= maximum else {
                throw FormProblem(key, .tooLong(maximum: maximum))
            }
        case (.radio, .text(let chosen)), (.select, .text(let chosen)):
            guard options?.contains(chosen) == true else {
                throw FormProblem(key, .unknownOption(chosen))
            }
        default: throw FormProblem(key, .wrongKind)
        }
    }
}

extension Rectangle {
    /// Whether it has an area, and one that a page could have.
    fileprivate var isProper: Bool {
        [x, y, right, top].allSatisfy { $0.isFinite && abs($0) < 1e6 } && width > 0 && height > 0
    }
}
