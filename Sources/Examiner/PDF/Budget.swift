import PaperWire

/// How much work one document may cost, so that a small file cannot become a large one.
final class Budget {
    static let maxObjects = 4_000_000
    static let maxInflatedBytes = 384 << 20
    /// Below the contract's 20 s, so that the answer still reaches the caller.
    static let maxDuration = Duration.seconds(16)
    private static let clockEvery = 512

    private let began = ContinuousClock.now
    private var objects = 0
    private var inflatedBytes = 0

    /// Counts one object or step of a walk.
    func step() throws {
        objects += 1
        if objects > Self.maxObjects { throw PDFFault.tooComplex("more than \(Self.maxObjects) objects were looked at") }
        if objects % Self.clockEvery == 0 { try checkTime() }
    }

    func inflated(_ bytes: Int) throws {
        inflatedBytes += bytes
        if inflatedBytes > Self.maxInflatedBytes { throw PDFFault.tooComplex("streams inflate to more than \(Self.maxInflatedBytes) bytes") }
        try checkTime()
    }

    func checkTime() throws {
        if ContinuousClock.now - began > Self.maxDuration { throw PDFFault.tooComplex("the examination took longer than \(Self.maxDuration)") }
    }
}
