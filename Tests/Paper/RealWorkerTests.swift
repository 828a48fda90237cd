import Glibc
import Logging
import PaperWire
import Testing
@testable import Paper

/// The worker that was built beside these tests; none where only this target was built.
enum BuiltWorker {
    /// `ECABINET_TEST_WORKER`, else `ecabinet-worker` in the folder of the test program.
    static let path: String? = {
        let beside: String? = {
            var buffer = [CChar](repeating: 0, count: 4096)
            let count = readlink("/proc/self/exe", &buffer, buffer.count)
            guard count > 0 else { return nil }
            let program = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
            return String(program[..<program.lastIndex(of: "/")!]) + "/ecabinet-worker"
        }()
        let named = getenv("ECABINET_TEST_WORKER").map { String(cString: $0) }
        return [named, beside].compactMap { $0 }.first { access($0, X_OK) == 0 }
    }()
}

@Suite("The pool and the real worker", .enabled(if: BuiltWorker.path != nil, "ecabinet-worker was not built"))
struct RealWorkerTests {
    let scratch: Scratch
    let store: ContentStore

    init() throws {
        scratch = try Scratch()
        store = try ContentStore(folder: scratch.path + "/documents")
    }

    func pool(executable: String = BuiltWorker.path!, _ change: (inout WorkerPool.Configuration) -> Void = { _ in }) throws -> WorkerPool {
        var configuration = WorkerPool.Configuration(executable: executable, folder: scratch.path + "/cache/worker")
        change(&configuration)
        return try WorkerPool(configuration: configuration, logger: Logger(label: "test"))
    }

    /// One A4 page that says "Quorum", written by hand after ISO 32000-1 §7.5.
    static let page: [UInt8] = {
        var file = "%PDF-1.4\n"
        var places: [Int] = []
        let content = "BT /F1 24 Tf 100 700 Td (Quorum) Tj ET"
        for object in [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ] {
            places.append(file.utf8.count)
            file += "\(places.count) 0 obj\n\(object)\nendobj\n"
        }
        let table = file.utf8.count
        file += "xref\n0 \(places.count + 1)\n0000000000 65535 f \n"
        for place in places { file += String(repeating: "0", count: 10 - "\(place)".count) + "\(place) 00000 n \n" }
        file += "trailer\n<< /Size \(places.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
        return Array(file.utf8)
    }()

    @Test("a page is inspected, read, drawn once and kept")
    func page() async throws {
        let workers = try pool()
        let stored = try await store.store(Self.page)
        #expect(try await store.kind(of: stored.sha256) == .pdf)
        #expect(try await workers.inspect(path: stored.path).pages == [.init(widthPt: 595, heightPt: 842)])
        #expect(try await workers.text(path: stored.path, page: 1).words.map(\.text) == ["Quorum"])
        let images = try PageImages(configuration: .init(folder: scratch.path + "/cache/pages"), store: store, workers: workers, logger: Logger(label: "test"))
        let answered = await workers.status.counts.answered
        let drawn = try await withThrowingTaskGroup(of: PageImage.self) { group in
            for _ in 0..<20 { group.addTask { try await images.image(of: stored.sha256, page: 1, widthPx: 700) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(drawn.map(\.png)).count == 1)
        #expect(drawn[0].widthPx == 800)
        // The width stands in the first chunk (PNG, ISO 15948 §11.2.2).
        #expect(Array(drawn[0].png[16..<20]) == [0, 0, 3, 0x20])
        #expect(await workers.status.counts.answered == answered + 1)
        await #expect(throws: Refused.self) { try await images.image(of: stored.sha256, page: 2, widthPx: 700) }
        await #expect(throws: PaperFault.missing(ContentDigest(of: [1]))) { try await images.image(of: ContentDigest(of: [1]), page: 1, widthPx: 700) }
        await workers.shutdown()
    }

    @Test("bytes that are no PDF are refused, and the worker lives on")
    func refusal() async throws {
        let workers = try pool { $0.workers = 1 }
        let stored = try await store.store(Array("%PDF-1.4 and nothing else".utf8))
        for _ in 0..<3 { await #expect(throws: Refused.self) { try await workers.inspect(path: stored.path) } }
        let counts = await workers.status.counts
        #expect(counts.died == 0)
        #expect(counts.refused == 3)
        await workers.shutdown()
    }

    @Test("a paper without signatures is a verdict, not an error")
    func verdict() async throws {
        let workers = try pool()
        let stored = try await store.store(Self.page)
        let trust = try await TrustFolder(folder: scratch.path + "/trust").current()
        try Disk.makeFolders(trust.folder)
        let verdict = try await workers.verify(path: stored.path, policy: trust.policy(atMS: 1_790_000_000_000))
        #expect(verdict.indication == .indeterminate)
        #expect(verdict.subIndication == "NO_SIGNATURE")
        #expect(verdict.document.sha256 == stored.sha256.hex)
        #expect(verdict.trustList.version == trust.version)
        await workers.shutdown()
    }

    @Test("a paper of the council's own is set and stored")
    func typesetting() async throws {
        let workers = try pool()
        let paper = PaperWire.Paper(
            title: "Biên bản", author: "HĐND", language: "vi", watermark: nil, footer: nil,
            layout: .init(topMM: 20, bottomMM: 20, leftMM: 30, rightMM: 20, family: "Liberation Serif", bodyPt: 14, indentMM: 10, paragraphGapPt: 6, linePitch: 1),
            blocks: [.paragraph([.init("Nghị quyết được thông qua.")], alignment: .justified, indented: true)])
        let set = try await workers.typeset(paper, into: store)
        #expect(set.pages == 1)
        #expect(try await store.kind(of: set.content.sha256) == .pdf)
        #expect(try scratch.files("cache/worker/papers").isEmpty)
        await workers.shutdown()
    }

    @Test("many jobs over few workers that are replaced on the way all end well")
    func replacement() async throws {
        let workers = try pool { $0.jobsPerWorker = 7 }
        let stored = try await store.store(Self.page)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<60 {
                group.addTask {
                    if number.isMultiple(of: 3) {
                        _ = try await workers.inspect(path: stored.path)
                    } else {
                        _ = try await workers.text(path: stored.path, page: 1)
                    }
                }
            }
            try await group.waitForAll()
        }
        let counts = await workers.status.counts
        #expect(counts.answered == 60)
        #expect(counts.died == 0)
        await workers.shutdown()
    }

    @Test("a worker that dies before it reads its job costs nobody anything")
    func retry() async throws {
        let marker = scratch.path + "/marker"
        let script = "#!/bin/sh\nif [ ! -e \(marker) ]; then touch \(marker); exit 1; fi\nexec \(BuiltWorker.path!) \"$@\"\n"
        let workers = try pool(executable: try scratch.write("wrapper", script, mode: 0o700)) { $0.workers = 1 }
        let stored = try await store.store(Self.page)
        #expect(try await workers.inspect(path: stored.path).pages.count == 1)
        #expect(await workers.status.counts.died == 1)
        await workers.shutdown()
    }

    @Test("a worker that is killed between two jobs is replaced unseen")
    func killedWhileIdle() async throws {
        let pids = scratch.path + "/pids"
        let script = "#!/bin/sh\necho $$ >> \(pids)\nexec \(BuiltWorker.path!) \"$@\"\n"
        let workers = try pool(executable: try scratch.write("wrapper", script, mode: 0o700)) { $0.workers = 1 }
        let stored = try await store.store(Self.page)
        _ = try await workers.inspect(path: stored.path)
        let noted = try #require(try scratch.text("pids"))
        kill(try #require(pid_t(noted.split(separator: "\n")[0])), SIGKILL)
        while await workers.status.counts.died == 0 { await Task.yield() }
        #expect(try await workers.inspect(path: stored.path).pages.count == 1)
        await workers.shutdown()
    }
}
