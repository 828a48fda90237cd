import Rules
import Testing

@Suite("Who signs for a body")
struct SignatureBlockTests {
    private let body = "Ủy ban nhân dân thành phố"

    @Test("the chairman signs for the body, a vice-chairman in his place, anybody else by his order")
    func lines() {
        #expect(SignatureBlock.lines(body: body, role: .chairman, title: "Chủ tịch UBND") == ["TM. \(body)", "Chủ tịch"])
        #expect(SignatureBlock.lines(body: body, role: .viceChairman, title: "Phó Chủ tịch UBND") == ["TM. \(body)", "KT. Chủ tịch", "Phó Chủ tịch"])
        #expect(SignatureBlock.lines(body: body, role: .member, title: "Chánh Văn phòng") == ["TL. Chủ tịch", "Chánh Văn phòng"])
        #expect(SignatureBlock.lines(body: body, role: nil, title: "") == ["TL. Chủ tịch"])
    }
}
