import Foundation
import Rules
import Testing

@Suite("Sentences to the citizen")
struct CitizenSentenceTests {
    @Test("every code has a whole sentence in both languages, with and without a date and a text", arguments: CitizenMessage.Code.allCases)
    func sentences(code: CitizenMessage.Code) throws {
        let forest = try City.forest()
        for isFilled in [true, false] {
            let message = try message(code, isFilled: isFilled)
            for language in Language.allCases {
                let sentence = message.sentence(in: language, name: forest.name)
                #expect(sentence == sentence.precomposedStringWithCanonicalMapping && !sentence.contains("  ") && !sentence.contains(" ,") && sentence.count > 10, "\(sentence)")
                #expect(sentence.first?.isUppercase == true || !isFilled, "\(sentence)")
                if isFilled { #expect([".", "!"].contains(sentence.last), "\(sentence)") }
            }
        }
    }

    /// Made from JSON, as messages come back from the store.
    private func message(_ code: CitizenMessage.Code, isFilled: Bool) throws -> CitizenMessage {
        let filling = #","unit":"hn-00199","other":"so-xay-dung""# + (isFilled ? #","at":1795309200000,"text":"Nội dung."}"# : "}")
        return try JSONDecoder().decode(CitizenMessage.self, from: Data((#"{"code":""# + code.rawValue + #"""# + filling).utf8))
    }

    @Test("codes of refusals have a status, and are told apart")
    func refusals() {
        #expect(Set(ReportRefusal.Code.allCases.map(\.rawValue)).count == ReportRefusal.Code.allCases.count)
        #expect(ReportRefusal.Code.allCases.allSatisfy { [403, 409, 422].contains($0.status) })
    }

    @Test("the codes of states are those of the contract")
    func states() {
        #expect(
            ReportState.allCases.map { "\($0) \($0.code)" } == [
                "draft nhap", "received cho_tiep_nhan", "accepted da_tiep_nhan", "assigned da_phan_cong", "inProgress dang_xu_ly", "awaitingInformation cho_bo_sung", "coordinating phoi_hop",
                "beyondAuthority vuot_tham_quyen", "awaitingLeadership cho_lanh_dao", "directed da_chi_dao", "onAgenda cho_hop", "concluded da_ket_luan", "answerPending cho_duyet_tra_loi",
                "answered da_tra_loi", "closed dong", "rejected tu_choi", "duplicate trung",
            ])
        #expect(Bucket.allCases.map(\.rawValue) == ["waiting", "processing", "answered", "rejected"])
        #expect(BucketCount(waiting: 1654, processing: 180, answered: 272, rejected: 244).total == 2350)
        #expect(BucketCount(waiting: 19871, processing: 1501, answered: 1238, rejected: 1300).total == 23910)
    }
}
