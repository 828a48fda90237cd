import Rules
import Testing

@testable import Web

@Suite struct HTTPDatesTests {
    @Test("the example of RFC 9110 §5.6.7, and another second after it")
    func example() {
        let dates = HTTPDates()
        #expect(dates.text(at: Timestamp(ms: 784_111_777_000)) == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(dates.text(at: Timestamp(ms: 784_111_777_999)) == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(dates.text(at: Timestamp(ms: 784_111_778_000)) == "Sun, 06 Nov 1994 08:49:38 GMT")
        #expect(dates.text(at: Timestamp(ms: 1_709_251_199_000)) == "Thu, 29 Feb 2024 23:59:59 GMT")
    }
}
