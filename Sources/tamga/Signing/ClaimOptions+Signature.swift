import Foundation
import PDFSigning
import PDFText

extension ClaimOptions {
    /// The signature that is asked for; `signer` is shown where no name is given.
    func signature(by signer: String, at now: Date) throws -> FileSignature {
        let claim = SignatureClaim(
            name: name ?? signer, reason: reason, location: location, date: now)
        return FileSignature(
            claim, at: place, showing: try stamp(of: claim), certification: certify?.level,
            lock: lock?.lock)
    }

    private var place: FileSignature.Place {
        guard let visible else { return field.map { .field($0) } ?? .invisible() }
        return .visible(page: visible.page - 1, visible.rectangle, name: field)
    }

    /// What a visible field shows. The size of a field of the file is not known here: there the
    /// stamp keeps its proportions.
    private func stamp(of claim: SignatureClaim) throws -> SignatureStamp? {
        guard visible != nil || field != nil else { return nil }
        let size = visible.map { Size(width: $0.width, height: $0.height) } ?? Self.usualSize
        let picture = try image.map(Self.picture)
        do throws(PDFTextError) {
            return try SignatureStamp(text: Self.text(claim), image: picture, size: size)
        } catch {
            throw Problem("--visible: \(error); install a font that has it, or choose other words")
        }
    }

    private static func picture(_ path: String) throws -> PNGImage {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Problem("--image: \(path) cannot be read; check the path and its permissions")
        }
        do throws(PDFTextError) {
            return try PNGImage([UInt8](data))
        } catch {
            throw Problem("--image: \(path): \(error); save it as a plain PNG")
        }
    }

    private static let usualSize = Size(width: 200, height: 60)

    private static func text(_ claim: SignatureClaim) -> String {
        [claim.name, claim.reason, claim.location, time(claim.date)]
            .compactMap(\.self).joined(separator: "\n")
    }

    private static func time(_ date: Date) -> String {
        let style = Date.ISO8601FormatStyle(dateTimeSeparator: .space, timeZone: .gmt)
        return date.formatted(style).replacing("Z", with: " UTC")
    }
}

extension VisiblePlace {
    fileprivate var rectangle: Rectangle { Rectangle(x: x, y: y, width: width, height: height) }
}

extension CertifyOption {
    fileprivate var level: CertificationLevel {
        switch self {
        case .noChanges: .noChanges
        case .formFilling: .formFilling
        case .annotations: .annotations
        }
    }
}

extension LockOption {
    fileprivate var lock: FileSignature.Lock {
        switch self {
        case .own: .own
        case .all: .all
        }
    }
}
