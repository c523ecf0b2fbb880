// swift-tools-version:6.2
import Foundation
import PackageDescription

// One package, one direction: see ARCHITECTURE.md for what each target may know.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

func module(
    _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
    .target(
        name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], copying: [String] = []) -> Target {
    .testTarget(
        name: name, dependencies: dependencies + ["TamgaTestKit"],
        resources: copying.map { .copy($0) }, swiftSettings: strict)
}

func system(_ name: String, _ pkgConfig: String, _ debian: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([debian])])
}

let argumentParser = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser")
let asn1 = Target.Dependency.product(name: "SwiftASN1", package: "swift-asn1")
let certificates = Target.Dependency.product(name: "X509", package: "swift-certificates")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let http = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let httpCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let httpTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let lifecycle = Target.Dependency.product(
    name: "ServiceLifecycle", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let yaml = Target.Dependency.product(name: "Yams", package: "Yams")
let unixSignals = Target.Dependency.product(
    name: "UnixSignals", package: "swift-service-lifecycle")

let package = Package(
    name: "tamga",
    products: [
        .executable(name: "tamga", targets: ["tamga"]),
        .library(name: "CMS", targets: ["CMS"]),
        .library(name: "PDFCore", targets: ["PDFCore"]),
        .library(name: "PDFSigning", targets: ["PDFSigning"]),
        .library(name: "PDFText", targets: ["PDFText"]),
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-certificates", exact: "1.21.1"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-asn1", exact: "1.7.4"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/apple/swift-configuration", exact: "1.4.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    ],
    targets: [
        // System libraries: a module map and a small shim each.
        system("CZlib", "zlib", "zlib1g-dev"),
        system("COpenSSL", "openssl", "libssl-dev"),
        system("CPango", "pangocairo", "libpango1.0-dev"),
        system("CHarfBuzz", "harfbuzz-subset", "libharfbuzz-dev"),
        system("CQREncode", "libqrencode", "libqrencode-dev"),
        system("CQPDF", "libqpdf", "libqpdf-dev"),
        .target(name: "CClock"),
        .target(name: "CSandbox"),

        // The PDF and CMS library: no documents, no SQL, no HTTP.
        module("PDFCore", ["COpenSSL", "CZlib"]),
        module("PDFText", ["PDFCore", "CPango", "CHarfBuzz", "CQREncode"]),
        module("CMS", ["COpenSSL", crypto]),
        module("PDFSigning", ["PDFCore", "PDFText", "CMS", "COpenSSL", asn1, crypto]),

        // The domain and the adapters of its ports.
        module("Durability"),
        module("Domain", [crypto, cryptoExtras]),
        module("Outbound", ["CMS", crypto, httpClient, nioCore, nioHTTP1]),
        module("Identity", ["Domain", "Outbound"]),
        module("SQLText"),
        module("SQLiteDriver", ["SQLText", grdb, sqlite]),
        module("Store", ["Domain", "SQLText", crypto]),
        module("Archive", ["Domain", "Durability", crypto]),
        module("Words", resources: [.embedInCode("Catalogues")]),
        module("Markup", ["Words", mustache]),
        module("Letters", ["Domain", "Markup", "Words"], resources: [.embedInCode("Templates")]),
        module("Evidence", ["Domain", "PDFSigning", "PDFText", "Words"]),
        module(
            "Workshop",
            [
                "Domain", "Evidence", "PDFCore", "PDFText", "PDFSigning", "CMS", "CQPDF",
                "CSandbox", subprocess, systemPackage,
            ]),
        module(
            "Authority",
            [
                "Domain", "Durability", "Evidence", "Outbound", "PDFSigning", "PDFText", "CMS",
                asn1,
                certificates, crypto, cryptoExtras,
            ]),
        module(
            "Delivery",
            ["Domain", "Durability", "Letters", "Outbound", crypto, lifecycle, logging]),

        // The outer skin.
        module(
            "HTTPCommon",
            ["Domain", http, httpCore, httpTypes, nioCore, nioHTTPTypes, crypto, logging]),
        module("LightDocFace", ["Domain", "HTTPCommon", http, httpCore, httpTypes, nioCore]),
        module("SignOKFace", ["Domain", "HTTPCommon", http, httpCore, httpTypes]),
        module(
            "Pages",
            [
                "Domain", "HTTPCommon", "Markup", "Words", http, httpCore, httpTypes, nioCore,
                crypto,
            ],
            resources: [.embedInCode("Templates"), .embedInCode("Assets")]),
        module(
            "Server",
            [
                "CClock", "Domain", "SQLText", "SQLiteDriver", "Store", "Archive", "Workshop",
                "Authority", "Words", "Letters", "Outbound", "Identity", "Delivery", "HTTPCommon",
                "LightDocFace", "SignOKFace", "Pages", http, httpCore, lifecycle, unixSignals,
                configuration, yaml, logging, crypto,
            ]),
        .executableTarget(
            name: "tamga",
            dependencies: [
                "Server", "Authority", "Domain", "Delivery", "Letters", "CMS", "PDFCore",
                "PDFSigning", "PDFText", "Durability", "Outbound", "Workshop", argumentParser,
                logging,
            ], swiftSettings: strict),

        // Tests.
        .target(
            name: "TamgaTestKit",
            dependencies: ["Domain", subprocess, systemPackage, asn1, certificates, crypto],
            path: "Tests/TamgaTestKit", swiftSettings: strict),
        tests("AuthorityTests", ["Authority", "CMS", "Domain"]),
        tests("CMSTests", ["CMS", asn1, certificates, crypto, cryptoExtras]),
        tests("DomainTests", ["Domain"]),
        tests(
            "OutboundTests",
            ["CMS", "Outbound", "HTTPTestKit", http, httpCore, httpTypes, nioCore, crypto]),
        tests(
            "IdentityTests",
            ["Identity", "Domain", "Outbound", "HTTPTestKit", http, httpTypes, crypto]),
        tests(
            "DeliveryTests",
            ["Delivery", "Letters", "Domain", "Outbound", "HTTPTestKit", http, httpTypes]),
        tests("PDFCoreTests", ["PDFCore"]),
        tests("PDFTextTests", ["PDFCore", "PDFText"]),
        tests("WordsTests", ["Words"]),
        tests(
            "PagesTests",
            [
                "Domain", "HTTPCommon", "PDFSigning", "Pages", "Words", http, httpTesting,
                httpTypes, logging, nioCore,
            ]
        ),
        tests("LettersTests", ["Letters", "Domain", "Markup", crypto]),
        .target(
            name: "HTTPTestKit",
            dependencies: ["HTTPCommon", http, httpCore, httpTypes, nioCore, logging],
            path: "Tests/HTTPTestKit", swiftSettings: strict),
        tests(
            "HTTPCommonTests",
            [
                "HTTPCommon", "HTTPTestKit", "Domain", http, httpCore, httpTypes, nioCore, logging,
            ]),
        .target(
            name: "FaceTestKit",
            dependencies: [
                "Domain", "HTTPTestKit", "SQLiteDriver", "Store", "TamgaTestKit", httpTypes,
            ],
            path: "Tests/FaceTestKit", swiftSettings: strict),
        tests(
            "LightDocFaceTests",
            [
                "LightDocFace", "HTTPCommon", "HTTPTestKit", "FaceTestKit", "Domain", http,
                httpTypes, nioCore,
            ],
            copying: ["Transcripts"]),
        tests(
            "SignOKFaceTests",
            [
                "SignOKFace", "LightDocFace", "HTTPCommon", "HTTPTestKit", "FaceTestKit", "Domain",
                http, httpTypes,
            ],
            copying: ["Transcripts"]),
        tests("SQLTests", ["SQLText", "SQLiteDriver"]),
        tests("StoreTests", ["Domain", "SQLText", "SQLiteDriver", "Store"]),
        tests(
            "ValidationTests", ["CMS", "PDFCore", "PDFSigning", asn1, certificates, crypto]),
        tests("PDFSigningTests", ["CMS", "PDFCore", "PDFSigning", "PDFText", crypto]),
        tests("CommandTests", ["CMS", "PDFCore", "PDFSigning", "tamga"]),
        tests("ArchiveTests", ["Archive", "Domain"]),
        tests(
            "ServerTests",
            [
                "Server", "CMS", "Domain", "Delivery", "Letters", "Outbound", "SQLText",
                "SQLiteDriver", "Workshop", "tamga", asn1,
            ]),
        .executableTarget(
            name: "WorkshopChild", dependencies: ["Workshop"], path: "Tests/WorkshopChild",
            swiftSettings: strict),
        tests(
            "EngineTests",
            [
                "Archive", "Authority", "CMS", "Domain", "PDFSigning", "Workshop", "WorkshopChild",
            ]),
        tests(
            "WorkshopTests",
            [
                "Workshop", "WorkshopChild", "Archive", "CMS", "Domain", "PDFCore", "PDFSigning",
                "PDFText", "Words",
            ]),
    ]
)

// Benchmarks share the package and its build, but nobody who depends on it gets them.
if ProcessInfo.processInfo.environment["TAMGA_BENCHMARKS"] != nil {
    package.targets += [
        .target(name: "BenchmarkKit", path: "Benchmarks/Kit", swiftSettings: strict),
        .executableTarget(
            name: "Benchmarks",
            dependencies: ["BenchmarkKit", "Delivery", "Domain", "Server", "Workshop"],
            path: "Benchmarks/Server", swiftSettings: strict),
        .executableTarget(
            name: "EngineBenchmarks",
            dependencies: [
                "Archive", "BenchmarkKit", "CMS", "Domain", "PDFCore", "PDFSigning", "PDFText",
                "Workshop",
            ],
            path: "Benchmarks/Engine", swiftSettings: strict),
    ]
}

// So do the fuzz targets, which must be built with -sanitize=fuzzer,address: Fuzzing/run.
if ProcessInfo.processInfo.environment["TAMGA_FUZZING"] != nil {
    func fuzzing(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
        .executableTarget(
            name: "Fuzz\(name)", dependencies: dependencies + ["FuzzHarness"],
            path: "Fuzzing/\(name)", swiftSettings: strict)
    }
    package.targets += [
        .systemLibrary(name: "CFuzzer", path: "Fuzzing/CFuzzer"),
        .target(
            name: "FuzzHarness", dependencies: ["CFuzzer"], path: "Fuzzing/Harness",
            swiftSettings: strict),
        fuzzing("Update", ["PDFCore", "PDFText", "PDFSigning"]),
        fuzzing("Containers", ["CMS"]),
        fuzzing("Tokens", ["CMS"]),
        fuzzing("Verification", ["CMS", "PDFCore", "PDFSigning"]),
        fuzzing("Multipart", ["HTTPCommon"]),
    ]
}
