import Examiner
import Foundation
import PaperWire
import Testing

/// The bounded sister of `make fuzz`: the same seeds, the same rules, always the same inputs.
@Suite("Mangled input")
struct MangledInputTests {
    static let documents = 2000
    static let signatures = 1000
    static let frames = 2000
    /// Small seeds give many inputs in the time; the large samples are damaged in `MutationTests`.
    private static let maxSeedBytes = 24 << 10

    private static func seeds(_ suffix: String, in folder: URL, maxBytes: Int = .max) throws -> [[UInt8]] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(suffix) }.sorted()
            .map { try Fixtures.bytes(folder.appendingPathComponent($0).path) }.filter { $0.count <= maxBytes }
    }

    /// One to eight changes: bits, bytes, numbers at their edges, pieces doubled, moved, dropped, taken from another seed.
    static func mangled(_ bytes: [UInt8], with other: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...8, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            let length = Int.random(in: 1...min(64, bytes.count - place), using: &random)
            switch Int.random(in: 0..<8, using: &random) {
            case 0: bytes[place] ^= UInt8(1 << Int.random(in: 0..<8, using: &random))
            case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 2: bytes.removeSubrange(place..<place + length)
            case 3: bytes.insert(contentsOf: bytes[place..<place + length], at: Int.random(in: 0...bytes.count, using: &random))
            case 4: bytes.replaceSubrange(place..<place + length, with: Array(["-1", "0", "2147483648", "9223372036854775807", "18446744073709551616"].randomElement(using: &random)!.utf8))
            case 5: bytes.replaceSubrange(place..<place + length, with: [0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF].prefix(Int.random(in: 1...6, using: &random)))
            case 6 where !other.isEmpty:
                let from = Int.random(in: 0..<other.count, using: &random)
                bytes.insert(contentsOf: other[from..<min(other.count, from + 200)], at: place)
            default: bytes.removeLast(Int.random(in: 0..<min(300, bytes.count), using: &random))
            }
        }
        return bytes
    }

    @Test("a mangled document gets a verdict or a refusal, and never passes without an anchor")
    func mangledDocuments() throws {
        let seeds = try Self.seeds(".pdf", in: Fixtures.forgeries, maxBytes: Self.maxSeedBytes)
        #expect(seeds.count > 50)
        let nowhere = VerificationPolicy(trustFolder: "/nonexistent", trustVersion: "none", atMS: Fixtures.dayAfterMS)
        let anchors = Fixtures.policy(Fixtures.forgeries)
        let (stranger, believer) = (Examiner(), Examiner())
        var random = SeededGenerator(seed: 20_261_128)
        var verdicts = 0
        for turn in 0..<Self.documents {
            let bytes = Self.mangled(seeds[turn % seeds.count], with: seeds.randomElement(using: &random)!, &random)
            try Fixtures.withFile(bytes) { path in
                do {
                    let verdict = turn.isMultiple(of: 2) ? try stranger.verify(path: path, policy: nowhere) : try believer.verify(path: path, policy: anchors)
                    if turn.isMultiple(of: 2) { #expect(verdict.indication != .passed, "turn \(turn)") }
                    verdicts += 1
                } catch is Refused {
                    return
                }
            }
        }
        // Most are still documents: what is fuzzed is the examination, not the front door.
        #expect(verdicts > Self.documents / 2)
    }

    @Test("a mangled detached signature gets a verdict or a refusal, and passes only if it says the same")
    func mangledSignatures() throws {
        let seeds = try Self.seeds(".p7s", in: Fixtures.signatures)
        let content = Fixtures.sample("cades-ok.content.txt")
        let (policy, examiner) = (Fixtures.policy(Fixtures.signatures), Examiner())
        var random = SeededGenerator(seed: 5652)
        for turn in 0..<Self.signatures {
            let bytes = Self.mangled(seeds[turn % seeds.count], with: seeds[0], &random)
            try Fixtures.withFile(bytes) { path in
                do {
                    let verdict = try examiner.verifyDetached(signature: path, content: content, policy: policy)
                    guard verdict.indication == .passed else { return }
                    // The signer's own part is intact; what was hit stands outside it, in a certificate nobody needed.
                    #expect(verdict.signatures.allSatisfy { $0.signer != nil && !$0.chain.isEmpty }, "turn \(turn)")
                } catch is Refused {
                    return
                }
            }
        }
    }

    @Test("the worker answers mangled jobs one after the other and lives", .enabled(if: WorkerProcess.executable != nil, "ecabinet-worker lies beside the test bundle"))
    func mangledJobs() throws {
        let worker = try WorkerProcess()
        // Jobs that only read: a mangled path must not be written to.
        let jobs: [Job] = [
            .inspect(path: Fixtures.sample("none-unsigned.pdf")), .text(path: Fixtures.sample("none-unsigned.pdf"), page: 1),
            .verify(path: Fixtures.forgery("bb.pdf"), policy: Fixtures.policy(Fixtures.forgeries)),
            .verifyDetached(signature: Fixtures.sample("cades-ok.p7s"), content: Fixtures.sample("cades-ok.content.txt"), policy: Fixtures.policy(Fixtures.signatures)),
        ]
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let seeds = try jobs.map { [UInt8](try encoder.encode($0)) }
        var random = SeededGenerator(seed: 76)
        var refused = 0
        for turn in 0..<Self.frames {
            worker.send(Self.mangled(seeds[turn % seeds.count], with: seeds[0], &random))
            if case .refused = try worker.receive() { refused += 1 }
        }
        #expect(refused > Self.frames / 2)
        #expect(worker.finish() == 0)
    }
}
