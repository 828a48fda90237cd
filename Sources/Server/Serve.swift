import ArgumentParser
import Cabinet
import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOPosix
import Paper
import Push
import Rules
import ServiceLifecycle
import Store
import Web

/// `ecabinet-server serve`: everything, until SIGTERM.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serve the house over HTTP.")
    @OptionGroup var options: SettingsOptions
    @Flag(help: "Fill an empty store with a demo city.") var demo = false

    func run() async throws {
        try await Sentences.exiting { try await serve() }
    }

    private func serve() async throws {
        let settings = try Settings(options)
        let logger = try Self.logger(settings.logLevel)
        if settings.tlsCertificate == nil, !["127.0.0.1", "::1", "localhost"].contains(settings.host) {
            logger.warning("listening on \(settings.host) without TLS: passwords and ballots cross the network in the clear. Give --tls-cert and --tls-key, or put a TLS proxy in front.")
        }
        let house = try await OpenHouse.open(settings, logger: logger)
        let paper = try Self.paper(settings, logger: logger)
        await paper.workers.start()
        if demo || ProcessInfo.processInfo.environment["ECABINET_DEMO"] == "1" {
            try await DemoCity(house: house, content: paper.content, settings: settings).fillIfEmpty()
        }
        let cabinet = house.cabinet
        let trust = Trust(folder: paper.trust, contentFolder: settings.data + "/documents", cabinet: cabinet)
        let hub = Hub(store: house.store, logger: logger, present: { event, tx in try cabinet.present(event, in: tx) })
        let locales = try Locales(folder: settings.home + "/Templates/locales")
        let web = Dependencies(
            cabinet: cabinet, content: paper.content, workers: paper.workers, pages: paper.pages, trust: trust, hub: hub, passwords: house.passwords,
            minutesPress: try MinutesPress(
                layoutFile: settings.home + "/Storage/Seeds/layouts/decree-30.json", workers: paper.workers, folder: settings.data + "/cache/minutes"),
            calendars: try Calendars(seedsFolder: settings.home + "/Storage/Seeds"), signingKey: house.signingKey,
            configuration: WebConfiguration(
                templatesFolder: settings.home + "/Templates", openAPIPath: settings.home + "/Docs/openapi.json", isSecure: settings.tlsCertificate != nil, proxies: settings.proxies),
            locales: locales, logger: logger)
        let ready = try ReadyAnswers(cabinet: cabinet, configuration: web.configuration, logger: logger)
        var application = Application(
            router: try makeRouter(web, ready: ready, screens: try Screens(web)), server: try Self.server(settings, ready),
            configuration: .init(address: .hostname(settings.host, port: settings.port), serverName: ReadyAnswers.serverName),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? settings.port
                print("eCabinet: \(settings.tlsCertificate == nil ? "http" : "https")://\(settings.host):\(port)")
                FlushedOutput.flush()
            }, logger: logger)
        application.addServices(
            LoopService(name: "examination") { try await Examination(cabinet: cabinet, content: paper.content, workers: paper.workers, trust: trust, logger: logger).run() },
            LoopService(name: "clockwork") { try await Clockwork(cabinet: cabinet, signingKey: house.signingKey, logger: logger).run() },
            LoopService(name: "chain") { try await Chain(cabinet: cabinet, logger: logger).run() },
            LoopService(name: "courier") { try await Self.courier(settings, house, logger: logger) },
            hub, HouseWatch(store: house.store, hub: hub, logger: logger), AdminSocket(house: house, logger: logger))
        try await application.runService()
        await paper.workers.shutdown()
        try await house.close()
    }

    /// Reminders by e-mail, where a mail server is named; else nothing until the server stops.
    private static func courier(_ settings: Settings, _ house: OpenHouse, logger: Logger) async throws {
        guard let smtp = settings.smtp else {
            do { try await Task.sleep(for: .seconds(Int64.max / 4_000_000_000)) } catch { return }
            return
        }
        let sender = try SMTPSender(relay: smtp)
        try await Courier(cabinet: house.cabinet, logger: logger) { try await sender.send($0) }.run()
    }

    private static func logger(_ name: String) throws -> Logger {
        var logger = Logger(label: "ecabinet") { StreamLogHandler.standardError(label: $0) }
        guard let level = Logger.Level(rawValue: name) else { throw ExitWithSentence.usage("There is no log level \(name).") }
        logger.logLevel = level
        return logger
    }

    private static func server(_ settings: Settings, _ ready: ReadyAnswers) throws -> HTTPServerBuilder {
        guard let certificate = settings.tlsCertificate, let key = settings.tlsKey else { return .eCabinet(ready: ready.answer) }
        return try .eCabinet(ready: ready.answer, certificateFile: certificate, keyFile: key)
    }

    private static func paper(_ settings: Settings, logger: Logger) throws -> (content: ContentStore, workers: WorkerPool, pages: PageImages, trust: TrustFolder) {
        guard FileManager.default.isExecutableFile(atPath: settings.worker) else {
            throw ExitWithSentence.failed("There is no ecabinet-worker at \(settings.worker); build it, or name it with --worker.")
        }
        let content = try ContentStore(folder: settings.data + "/documents")
        var configuration = WorkerPool.Configuration(executable: settings.worker, folder: settings.data + "/cache/worker")
        if logger.logLevel <= .debug { configuration.diagnostics = .log }
        let workers = try WorkerPool(configuration: configuration, logger: logger)
        let pages = try PageImages(configuration: .init(folder: settings.data + "/cache/pages"), store: content, workers: workers, logger: logger)
        return (content, workers, pages, try TrustFolder(folder: settings.trust))
    }
}

/// A loop that ends when the server is asked to stop.
struct LoopService: Service {
    let name: String
    let body: @Sendable () async throws -> Void

    func run() async throws {
        try await cancelWhenGracefulShutdown { try await body() }
    }
}

/// Standard output to a pipe is buffered; whoever waits for the address should not wait for the buffer.
enum FlushedOutput {
    static func flush() { fflush(nil) }
}
