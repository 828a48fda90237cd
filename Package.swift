// swift-tools-version: 6.2
import PackageDescription

// A target exists only if its import list forbids a mistake (Docs/house.md).
// C modules are system libraries found by pkg-config; only the worker links them.

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil) -> Target {
    .target(name: name, dependencies: dependencies, path: path, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name + "Tests", dependencies: dependencies, path: "Tests/\(name)", swiftSettings: settings)
}

let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
func nio(_ name: String) -> Target.Dependency { .product(name: name, package: "swift-nio") }

let package = Package(
    name: "eCabinet",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "ecabinet-server", targets: ["Server"]),
        .executable(name: "ecabinet", targets: ["CommandLine"]),
        .executable(name: "ecabinet-worker", targets: ["Worker"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: ["JSON"]),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // The law. Pure: standard library only.
        library("Rules"),
        // JSON bodies shared by Web and the command line.
        library("Wire", ["Rules"]),
        // What a verifier needs without a server.
        library("Proof", [crypto]),
        // SQL, transactions, schema, the log.
        library("Store", ["Proof", crypto, logging, .product(name: "GRDB", package: "GRDB.swift")]),
        // Frames between server and worker.
        library("PaperWire"),
        // Content by digest, worker pool, render cache.
        library("Paper", ["PaperWire", crypto, logging, nio("NIOPosix")]),
        // The product: commands, queries, events.
        library("Cabinet", ["Rules", "Store", "Proof", "Paper", "PaperWire", crypto, cryptoExtras, logging, nio("NIOPosix")]),
        // Log to sockets.
        library("Push", ["Rules", "Store", hummingbirdCore, httpTypes, crypto, logging, lifecycle,
            nio("NIOCore"), nio("NIOHTTP1"), nio("NIOPosix"), nio("NIOWebSocket"),
            .product(name: "NIOHTTPTypes", package: "swift-nio-extras"), .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
            .product(name: "HummingbirdTLS", package: "hummingbird")]),
        // HTTP: routes, sessions, view models, templates.
        library("Web", ["Cabinet", "Proof", "Push", "Paper", "PaperWire", "Rules", "Store", "Wire", hummingbird, hummingbirdCore, httpTypes, crypto, lifecycle, logging, nio("NIOCore"),
            .product(name: "Mustache", package: "swift-mustache")]),
        // Looks into foreign bytes. Linked by the worker alone.
        library("Examiner", ["PaperWire", "CPoppler", "COpenSSL", "CTurboJPEG", "CZlib"]),
        // Sets the council's own papers. Linked by the worker alone.
        library("Press", ["PaperWire", "CPango"]),

        .executableTarget(name: "Server", dependencies: ["Web", "Cabinet", "Push", "Paper", "Store", "Rules", "Proof", arguments, crypto, nio("NIOCore"), nio("NIOPosix"), hummingbird, hummingbirdCore, lifecycle, logging,
            .product(name: "Configuration", package: "swift-configuration"),
            .product(name: "HummingbirdTLS", package: "hummingbird"), .product(name: "NIOSSL", package: "swift-nio-ssl")], swiftSettings: settings),
        .executableTarget(name: "CommandLine", dependencies: ["Wire", "Rules", "Proof", "PaperWire", arguments, crypto], swiftSettings: settings),
        .executableTarget(name: "Worker", dependencies: ["PaperWire", "Examiner", "Press"], swiftSettings: settings),

        .systemLibrary(name: "CPoppler", pkgConfig: "poppler-glib", providers: [.apt(["libpoppler-glib-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CTurboJPEG", pkgConfig: "libturbojpeg", providers: [.apt(["libturbojpeg0-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),

        tests("Rules", ["Rules"]),
        tests("Proof", ["Proof", crypto]),
        tests("Store", ["Store", "Proof", logging, crypto, .product(name: "GRDB", package: "GRDB.swift")]),
        tests("Cabinet", ["Cabinet", "Store", "Rules", "Proof", "Paper", "PaperWire", crypto, logging, nio("NIOPosix")]),
        tests("Wire", ["Wire", "Rules"]),
        tests("PaperWire", ["PaperWire"]),
        tests("Paper", ["Paper", "PaperWire", crypto, logging]),
        tests("Examiner", ["Examiner", "PaperWire"]),
        tests("Press", ["Press", "PaperWire"]),
        tests("Web", ["Web", "Rules", "Paper", "Wire", crypto, httpTypes, hummingbird, hummingbirdCore, nio("NIOCore"), .product(name: "Mustache", package: "swift-mustache")]),
        tests("Push", ["Push", "Store", "Rules", hummingbirdCore, httpTypes, logging, lifecycle, nio("NIOCore"), nio("NIOEmbedded"), nio("NIOPosix"), nio("NIOWebSocket"), nio("NIOHTTP1")]),
    ],
    swiftLanguageModes: [.v6]
)

// `make fuzz` alone (Docs/worker.md): the two fuzzers with what they drive, instrumented, in a build folder of their own. All else is left out, the
// dependencies too, so that nothing is fetched and the build takes a minute; unsafe flags would also be refused in a package that others depend on.
if Context.environment["ECABINET_FUZZ"] != nil {
    let driven = ["PaperWire", "Examiner"]
    let systems = ["CPoppler", "COpenSSL", "CTurboJPEG", "CZlib"]
    package.dependencies = []
    package.products = []
    package.targets = package.targets.filter { driven.contains($0.name) || systems.contains($0.name) }
    for target in package.targets where driven.contains(target.name) {
        target.swiftSettings = settings + [.unsafeFlags(["-sanitize=fuzzer,address"])]
    }
    package.targets += [("FuzzFrame", ["PaperWire"]), ("FuzzExaminer", ["PaperWire", "Examiner"])].map { name, dependencies in
        .executableTarget(
            name: name, dependencies: dependencies.map { .target(name: $0) }, path: "Tests/Fuzz/\(name)",
            swiftSettings: settings + [.unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library"])],
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])])
    }
}
