import Crypto
import Glibc
import Testing
@testable import Paper

@Suite("The content store")
struct ContentStoreTests {
    let scratch: Scratch
    let store: ContentStore

    init() throws {
        scratch = try Scratch()
        store = try ContentStore(folder: scratch.path + "/documents")
    }

    @Test("content lies under the digest that is known for it")
    func knownDigest() async throws {
        let stored = try await store.store(Array("abc".utf8))
        // FIPS 180-2, appendix B.1.
        #expect(stored.sha256.hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(stored.bytes == 3)
        #expect(stored.path == "\(scratch.path)/documents/ba/\(stored.sha256.hex)")
        #expect(try scratch.text("documents/ba/\(stored.sha256.hex)") == "abc")
        #expect(stored.sha256.bytes == Array(SHA256.hash(data: Array("abc".utf8))))
    }

    @Test("the same content twice is one file, and pieces make no difference")
    func twice() async throws {
        let content = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let first = try await store.store(content)
        let writer = try await store.writer()
        for piece in stride(from: 0, to: content.count, by: 7001) { try await writer.append(content[piece..<min(piece + 7001, content.count)]) }
        #expect(writer.sha256 == first.sha256)
        #expect(try await writer.commit() == first)
        #expect(try scratch.files() == ["documents/\(first.sha256.hex.prefix(2))/\(first.sha256.hex)"])
    }

    @Test("nothing has a name before it is whole, and a dropped writer leaves nothing")
    func atomic() async throws {
        do {
            let writer = try await store.writer()
            try await writer.append(Array("half".utf8))
            #expect(try await store.list().isEmpty)
            #expect(try Disk.status(writer.temporaryPath)?.st_size == 4)
        }
        #expect(try scratch.files().isEmpty)
        let discarded = try await store.writer()
        try await discarded.append([1])
        try await discarded.discard()
        #expect(try scratch.files().isEmpty)
        await #expect(throws: PaperFault.self) { try await discarded.append([2]) }
        await #expect(throws: PaperFault.self) { try await discarded.commit() }
    }

    @Test("content at the limit is taken, one byte more is refused and leaves nothing")
    func limit() async throws {
        let writer = try await store.writer(limitBytes: 10)
        try await writer.append(Array(repeating: 1, count: 10))
        await #expect(throws: PaperFault.tooLarge(limitBytes: 10)) { try await writer.append([1]) }
        #expect(try scratch.files().isEmpty)
        let fits = try await store.writer(limitBytes: 10)
        try await fits.append(Array(repeating: 1, count: 10))
        #expect(try await fits.commit().bytes == 10)
    }

    @Test("a restart removes what a crash left, and leaves alone what another node writes")
    func restart() async throws {
        let writer = try await store.writer()
        try await writer.append(Array("alive".utf8))
        try scratch.write("documents/.incoming/1-crashed", "half")
        let again = try ContentStore(folder: scratch.path + "/documents")
        #expect(try scratch.files().count == 1)
        let stored = try await writer.commit()
        #expect(try await again.contains(stored.sha256))
    }

    @Test("reading gives the range, less at the end, and no more than the limit")
    func ranges() async throws {
        let content = (0..<1000).map { UInt8(truncatingIfNeeded: $0) }
        let digest = try await store.store(content).sha256
        #expect(try await store.read(digest, range: 10..<20) == Array(content[10..<20]))
        #expect(try await store.read(digest, range: 990..<2000) == Array(content[990...]))
        #expect(try await store.read(digest, range: 5000..<6000).isEmpty)
        let absent = ContentDigest(of: [1, 2, 3])
        await #expect(throws: PaperFault.missing(absent)) { try await store.read(absent, range: 0..<1) }
        let large = try await store.store(Array(repeating: 7, count: ContentStore.maxReadBytes + 1))
        await #expect(throws: PaperFault.tooLarge(limitBytes: ContentStore.maxReadBytes)) {
            try await store.read(large.sha256, range: 0..<large.bytes)
        }
        var count = 0
        for try await piece in try await store.open(large.sha256).chunks(1..<large.bytes) { count += piece.count }
        #expect(count == large.bytes - 1)
    }

    @Test("damage is seen, and storing the content again heals a file cut short")
    func damage() async throws {
        let content = Array("kept for ever".utf8)
        let stored = try await store.store(content)
        #expect(try await store.isIntact(stored.sha256))
        try Disk.remove(stored.path)
        try scratch.write("documents/\(stored.sha256.hex.prefix(2))/\(stored.sha256.hex)", "kept for")
        #expect(try await !store.isIntact(stored.sha256))
        #expect(try await store.store(content) == stored)
        #expect(try await store.isIntact(stored.sha256))
    }

    @Test("paging through the list sees all, once, in order")
    func listing() async throws {
        var stored: Set<StoredContent> = []
        for number in 0..<40 { stored.insert(try await store.store([UInt8(number)])) }
        var seen: [StoredContent] = []
        while true {
            let page = try await store.list(after: seen.last?.sha256, limit: 7)
            seen += page
            if page.count < 7 { break }
        }
        #expect(seen.count == 40)
        #expect(Set(seen) == stored)
        #expect(seen.map(\.sha256) == seen.map(\.sha256).sorted())
    }

    @Test("a file written elsewhere is taken over; a link to one is not")
    func adoption() async throws {
        let path = try scratch.write("uploads/1", "resumed upload")
        let stored = try await store.adopt(fileAt: path)
        #expect(stored.sha256 == ContentDigest(of: Array("resumed upload".utf8)))
        #expect(try Disk.status(path) == nil)
        symlink("/etc/passwd", path)
        await #expect(throws: PaperFault.self) { try await store.adopt(fileAt: path) }
        let large = try scratch.write("uploads/2", Array(repeating: 0, count: 11))
        await #expect(throws: PaperFault.tooLarge(limitBytes: 10)) { try await store.adopt(fileAt: large, limitBytes: 10) }
        #expect(try Disk.status(large) != nil)
    }

    @Test("many writers of the same content end with one file")
    func concurrent() async throws {
        let content = Array(repeating: UInt8(5), count: 100_000)
        try await withThrowingTaskGroup(of: StoredContent.self) { group in
            for _ in 0..<20 { group.addTask { try await store.store(content) } }
            for try await stored in group { #expect(stored.bytes == content.count) }
        }
        #expect(try scratch.files().count == 1)
    }

    @Test("only digests become paths", arguments: ["", "ab", "../../../../etc/passwd", String(repeating: "A", count: 64), String(repeating: "g", count: 64), String(repeating: "0", count: 65)])
    func digests(_ text: String) {
        #expect(ContentDigest(hex: text) == nil)
    }
}
