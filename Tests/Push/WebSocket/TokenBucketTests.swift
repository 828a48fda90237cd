import NIOCore
import Testing

@testable import Push

@Suite struct TokenBucketTests {
    private let start = NIODeadline.uptimeNanoseconds(1_000_000_000)

    @Test("a burst passes, then each further one owes time")
    func debt() {
        var bucket = TokenBucket(burst: 2, perSecond: 10, now: start)
        #expect(bucket.take(now: start) == nil)
        #expect(bucket.take(now: start) == nil)
        #expect(bucket.take(now: start) == .milliseconds(100))
        #expect(bucket.take(now: start) == .milliseconds(200))
        #expect(bucket.debt(now: start + .milliseconds(150)) == .milliseconds(50))
        #expect(bucket.debt(now: start + .milliseconds(200)) == nil)
    }

    @Test("what is not used is saved up to one burst")
    func saved() {
        var bucket = TokenBucket(burst: 2, perSecond: 10, now: start)
        let later = start + .seconds(100)
        let taken = (1...3).map { _ in bucket.tryTake(now: later) }
        #expect(taken == [true, true, false])
        let next = bucket.tryTake(now: later + .milliseconds(100))
        #expect(next)
    }
}
