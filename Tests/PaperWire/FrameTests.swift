import PaperWire
import Testing

@Suite("Frames")
struct FrameTests {
    @Test("what was put in comes out", arguments: [0, 1, 255, 256, 70_000])
    func roundTrip(_ count: Int) {
        let payload = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let frame = Frame.encode(payload)
        #expect(Frame.decode(frame[...]) == .payload(payload, used: count + 4))
        #expect(Frame.decode((frame + [1, 2, 3])[...]) == .payload(payload, used: count + 4))
    }

    @Test("any beginning of a frame asks for more, never for too much")
    func beginnings() {
        let frame = Frame.encode(Array(repeating: 7, count: 300))
        for length in 0..<frame.count {
            guard case .incomplete(let needed) = Frame.decode(frame[..<length]) else {
                Issue.record("a cut frame was taken for whole at \(length)")
                continue
            }
            #expect(needed >= 1 && needed <= frame.count - length)
        }
    }

    @Test("slices that do not begin at zero are read alike")
    func slices() {
        let frame = [9, 9, 9] + Frame.encode([1, 2])
        #expect(Frame.decode(frame[3...]) == .payload([1, 2], used: 6))
    }

    @Test("a length beyond the limit closes the pipe")
    func tooLarge() {
        #expect(Frame.decode([0xFF, 0xFF, 0xFF, 0xFF][...]) == .tooLarge)
        #expect(Frame.decode([0x01, 0x00, 0x00, 0x01][...]) == .tooLarge)
        #expect(Frame.decode([0x01, 0x00, 0x00, 0x00][...]) == .incomplete(needed: Frame.maxPayloadBytes))
    }

    @Test("any bytes give an answer")
    func total() {
        var state: UInt64 = 88_172_645_463_325_252
        for _ in 0..<20_000 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            let bytes = (0..<Int(state % 12)).map { UInt8(truncatingIfNeeded: state >> UInt64($0 % 8 * 8)) }
            switch Frame.decode(bytes[...]) {
            case .incomplete(let needed): #expect(needed > 0)
            case .payload(let payload, let used): #expect(used == payload.count + 4 && used <= bytes.count)
            case .tooLarge: #expect(bytes.count >= 4)
            }
        }
    }

    @Test("a stream of frames cut anywhere and spoilt anywhere is read to its end without a trap")
    func spoiltStreams() {
        var state: UInt64 = 20_261_128
        func next(_ below: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(below))
        }
        for _ in 0..<5_000 {
            var bytes = (0..<1 + next(4)).flatMap { _ in Frame.encode((0..<next(40)).map { _ in UInt8(next(256)) }) }
            for _ in 0..<next(4) where !bytes.isEmpty { bytes[next(bytes.count)] = UInt8(next(256)) }
            bytes.removeLast(next(bytes.count + 1))
            var rest = bytes[...]
            var taken = 0
            reading: while true {
                switch Frame.decode(rest) {
                case .payload(let payload, let used):
                    #expect(used == payload.count + 4 && used <= rest.count)
                    taken += used
                    rest = rest.dropFirst(used)
                case .incomplete(let needed):
                    #expect(needed > 0)
                    break reading
                case .tooLarge: break reading
                }
            }
            #expect(taken + rest.count == bytes.count)
        }
    }
}
