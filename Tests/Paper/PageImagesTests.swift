import Glibc
import Logging
import PaperWire
import Synchronization
import Testing
@testable import Paper

/// The cache's own behaviour; drawing is a closure here, as the worker lies outside. Real drawing: `RealWorkerTests`.
@Suite("Page images")
struct PageImagesTests {
    let scratch: Scratch
    let store: ContentStore
    let paper: ContentDigest

    init() async throws {
        scratch = try Scratch()
        store = try ContentStore(folder: scratch.path + "/documents")
        paper = try await store.store(Array("%PDF-".utf8)).sha256
    }

    /// Counts its calls, writes what it is told to.
    final class Pen: Sendable {
        let calls = Mutex(0)
        let fill: Int

        init(fill: Int = 100) { self.fill = fill }

        static func png(_ fill: Int) -> [UInt8] {
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 1, count: fill) + [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]
        }

        func draw(_ job: Job) async throws -> Reply {
            guard case .render(_, let page, let widthPx, let output) = job else { throw PaperFault.crashed("no drawing") }
            calls.withLock { $0 += 1 }
            if page > 9 { return .refused(Refused(code: .noSuchPage, detail: "nine pages")) }
            await Task.yield()
            try Disk.writeNew(Self.png(fill), to: output)
            return .rendered(widthPx: widthPx, heightPx: widthPx, bytes: fill + 20)
        }
    }

    func images(_ pen: Pen, limitBytes: Int = 1 << 20) throws -> PageImages {
        var configuration = PageImages.Configuration(folder: scratch.path + "/cache/pages")
        configuration.limitBytes = limitBytes
        return try PageImages(configuration: configuration, store: store, logger: Logger(label: "test")) { try await pen.draw($0) }
    }

    @Test("widths are snapped to those that exist", arguments: [(1, 480), (480, 480), (481, 800), (1200, 1200), (2400, 2400), (9999, 2400), (-5, 480)])
    func widths(_ asked: Int, _ given: Int) {
        #expect(PageImages.Configuration(folder: "").snapped(asked) == given)
    }

    @Test("three hundred readers of a page cost one drawing")
    func singleFlight() async throws {
        let pen = Pen()
        let images = try images(pen)
        try await withThrowingTaskGroup(of: PageImage.self) { group in
            for reader in 0..<300 { group.addTask { try await images.image(of: paper, page: 1, widthPx: 1100 + reader % 100) } }
            for try await image in group {
                #expect(image.png == Pen.png(100))
                #expect(image.widthPx == 1200)
            }
        }
        #expect(pen.calls.withLock { $0 } == 1)
        #expect(try scratch.files("cache/pages") == ["cache/pages/\(paper.hex)/1-1200.png"])
    }

    @Test("a drawn page is kept over a restart, what was half drawn is not")
    func restart() async throws {
        let first = Pen()
        _ = try await images(first).image(of: paper, page: 2, widthPx: 480)
        try scratch.write("cache/pages/.incoming/1-left.png", "half")
        let second = Pen()
        _ = try await images(second).image(of: paper, page: 2, widthPx: 480)
        #expect(second.calls.withLock { $0 } == 0)
        #expect(try scratch.files("cache/pages").count == 1)
    }

    @Test("an image cut short is drawn again")
    func damaged() async throws {
        let pen = Pen()
        let images = try images(pen)
        _ = try await images.image(of: paper, page: 1, widthPx: 480)
        try scratch.write("cache/pages/\(paper.hex)/1-480.png", Array(Pen.png(100).dropLast(5)))
        #expect(try await images.image(of: paper, page: 1, widthPx: 480).png == Pen.png(100))
        #expect(pen.calls.withLock { $0 } == 2)
    }

    @Test("a refusal reaches the reader and is not kept")
    func refusal() async throws {
        let pen = Pen()
        let images = try images(pen)
        await #expect(throws: Refused(code: .noSuchPage, detail: "nine pages")) { try await images.image(of: paper, page: 10, widthPx: 480) }
        await #expect(throws: Refused.self) { try await images.image(of: paper, page: 0, widthPx: 480) }
        #expect(pen.calls.withLock { $0 } == 1)
        #expect(try scratch.files("cache/pages").isEmpty)
    }

    @Test("a worker's word is not taken for an image", arguments: ["", "not a PNG"])
    func nonsense(_ output: String) async throws {
        let scratch = scratch
        let images = try PageImages(configuration: .init(folder: scratch.path + "/cache/pages"), store: store, logger: Logger(label: "test")) { job in
            guard case .render(_, _, _, let path) = job else { throw PaperFault.crashed("no drawing") }
            if !output.isEmpty { try Disk.writeNew(Array(output.utf8), to: path) }
            return .rendered(widthPx: 480, heightPx: 1, bytes: 99)
        }
        await #expect(throws: PaperFault.crashed("the worker left no whole image")) { try await images.image(of: paper, page: 1, widthPx: 480) }
        #expect(try scratch.files("cache/pages").isEmpty)
    }

    @Test("the cache keeps its size, and what was used longest ago goes first")
    func bounded() async throws {
        let pen = Pen(fill: 980)
        let images = try images(pen, limitBytes: 5000)
        for page in 1...5 { _ = try await images.image(of: paper, page: page, widthPx: 480) }
        await images.settle()
        for page in 1...5 {
            var times = [timespec(tv_sec: 1000 + page, tv_nsec: 0), timespec(tv_sec: page == 1 ? 9999 : 1000 + page, tv_nsec: 0)]
            utimensat(AT_FDCWD, "\(scratch.path)/cache/pages/\(paper.hex)/\(page)-480.png", &times, 0)
        }
        _ = try await images.image(of: paper, page: 6, widthPx: 480)
        await images.settle()
        let kept = try scratch.files("cache/pages").map { $0.split(separator: "/").last! }
        #expect(kept == ["1-480.png", "4-480.png", "5-480.png", "6-480.png"])
    }

    @Test("a forgotten paper leaves no image")
    func forgotten() async throws {
        let images = try images(Pen())
        for page in 1...3 { _ = try await images.image(of: paper, page: page, widthPx: 480) }
        try await images.forget(paper)
        #expect(try scratch.files("cache/pages").isEmpty)
    }
}
