import ArgumentParser

/// Whose signature it is.
struct KeyOptions: ParsableArguments {
    @Option(help: "The private key: PKCS#12, or PEM.") var key: String?
    @Option(
        help: "Certificates in PEM, the signer's and its issuers', where the key file has none.")
    var cert: String?
    @Option(help: "A file whose first line is the key's password.")
    var keyPasswordFile: String?
}

/// What the signature says, and where.
struct ClaimOptions: ParsableArguments {
    @Option(help: "An empty signature field to sign; with --visible, the name of a new one.")
    var field: String?
    @Option(help: "A new visible field: PAGE:X,Y,W,H, in points from the lower left.")
    var visible: VisiblePlace?
    @Option(help: "A PNG shown in the visible field.") var image: String?
    @Option(help: "The signer's name as shown; the certificate's where absent.") var name: String?
    @Option(help: "Why it is signed.") var reason: String?
    @Option(help: "Where it is signed.") var location: String?
    @Option(help: "Certify, as the first signature: what others may still change.")
    var certify: CertifyOption?
    @Option(help: "Close fields: the signature's own one, or all.") var lock: LockOption?
}

/// How long the signature can be confirmed.
struct LevelOptions: ParsableArguments {
    @Option(help: "PAdES level (default b-b; b-t with --tsa; b-lta with --extend).")
    var level: LevelOption?
    @Option(help: "URL of an RFC 3161 time-stamp authority; default: that of --data-dir.")
    var tsa: String?
    @Option(
        name: .customLong("data-dir"), help: "A data directory whose authority stamps the time.")
    var dataFolder: String?
    @Option(name: .customLong("config"), help: "A YAML or JSON file with settings.")
    var settingsFile: String?
}
