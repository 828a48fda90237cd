public import Logging
import NIOPosix
import PaperWire

/// Pages as PNG, drawn by the workers once and kept on disk by the digest of their paper.
///
/// Any number of readers of the same page share one drawing and one reading of the file: when the presenter turns the
/// page, three hundred requests come within a second.
public actor PageImages {
    public nonisolated let configuration: Configuration
    private let store: ContentStore
    private let logger: Logger
    private let shelf: ImageShelf
    private let draw: @Sendable (Job) async throws -> Reply
    private var flights: [ImageShelf.Key: Task<PageImage, any Error>] = [:]
    /// Size of the cache; nil until it was measured.
    private var bytes: Int?
    private var addedSinceSurvey = 0
    private var sweeping: Task<Void, Never>?

    /// Makes the folder and removes what a crash left. Blocks; for start-up.
    public init(configuration: Configuration, store: ContentStore, workers: WorkerPool, logger: Logger) throws {
        try self.init(configuration: configuration, store: store, logger: logger) { try await workers.perform($0) }
    }

    init(configuration: Configuration, store: ContentStore, logger: Logger, draw: @escaping @Sendable (Job) async throws -> Reply) throws {
        self.configuration = configuration
        self.store = store
        self.logger = logger
        self.draw = draw
        shelf = try ImageShelf(configuration)
    }

    /// Page `page` (1-based) of stored content, at the width next to `widthPx` of those that exist.
    ///
    /// Throws `Refused` (`noSuchPage`, `unreadable` …) and `PaperFault`. A reader who goes away does not stop the drawing
    /// that others may wait for.
    public func image(of sha256: ContentDigest, page: Int, widthPx: Int) async throws -> PageImage {
        guard page >= 1 else { throw Refused(code: .noSuchPage, detail: "pages are counted from 1") }
        let key = ImageShelf.Key(sha256: sha256, page: page, widthPx: configuration.snapped(widthPx))
        if let flight = flights[key] { return try await flight.value }
        let flight = Task {
            defer { flights[key] = nil }
            return PageImage(widthPx: key.widthPx, png: try await fetch(key))
        }
        flights[key] = flight
        return try await flight.value
    }

    /// Removes all images of a paper, for example when its release is withdrawn.
    public func forget(_ sha256: ContentDigest) async throws {
        let shelf = shelf
        let removed = try await store.threads.runIfActive { try shelf.forget(sha256) }
        bytes = bytes.map { $0 - removed }
    }

    private func fetch(_ key: ImageShelf.Key) async throws -> [UInt8] {
        let shelf = shelf
        if let png = try await store.threads.runIfActive({ try shelf.read(key) }) { return png }
        let output = shelf.incoming.freshPath(".png")
        do {
            return try await drawn(key, output)
        } catch {
            await drop(output)
            throw error
        }
    }

    private func drawn(_ key: ImageShelf.Key, _ output: String) async throws -> [UInt8] {
        let shelf = shelf
        let job = Job.render(path: store.path(of: key.sha256), page: key.page, widthPx: key.widthPx, output: output)
        if case .refused(let refused) = try await draw(job) {
            // The worker sees a path; that nothing lies there is the store's to say.
            if try await !store.contains(key.sha256) { throw PaperFault.missing(key.sha256) }
            throw refused
        }
        guard let png = try await store.threads.runIfActive({ try shelf.admit(output, as: key) }) else {
            throw PaperFault.crashed("the worker left no whole image")
        }
        added(png.count)
        return png
    }

    /// A file left behind costs space until the next start, and must not hide why the drawing failed.
    private func drop(_ output: String) async {
        do {
            try await store.threads.runIfActive { try Disk.remove(output) }
        } catch {
            logger.warning("an image without a name stays behind: \(error)")
        }
    }

    private func added(_ count: Int) {
        addedSinceSurvey += count
        if let bytes, bytes + addedSinceSurvey <= configuration.limitBytes { return }
        guard sweeping == nil else { return }
        sweeping = Task {
            await sweep()
            sweeping = nil
        }
    }

    /// The first one only measures, unless the folder is already over its limit.
    private func sweep() async {
        let shelf = shelf
        let limitBytes = configuration.limitBytes
        let keptBytes = limitBytes / 100 * configuration.keptPercent
        addedSinceSurvey = 0
        do {
            bytes = try await store.threads.runIfActive {
                let present = try shelf.survey().bytes
                return present > limitBytes ? try shelf.sweep(to: keptBytes) : present
            }
        } catch {
            logger.error("the render cache cannot be swept: \(error)")
        }
    }

    /// Waits for a sweep that runs.
    func settle() async { await sweeping?.value }
}
