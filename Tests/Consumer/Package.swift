// swift-tools-version:6.2
import PackageDescription

// A stranger's package: that it builds shows that the library products can be depended on.
let package = Package(
    name: "consumer",
    dependencies: [.package(name: "tamga", path: "../..")],
    targets: [
        .executableTarget(
            name: "Consumer",
            dependencies: [
                .product(name: "CMS", package: "tamga"),
                .product(name: "PDFCore", package: "tamga"),
                .product(name: "PDFSigning", package: "tamga"),
                .product(name: "PDFText", package: "tamga"),
            ])
    ]
)
