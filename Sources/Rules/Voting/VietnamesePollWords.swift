/// The sentences of a poll in Vietnamese, the language of the record.
struct VietnamesePollWords: PollWords {
    let count: PollCount

    private var favour: String { count.circulated ? "đồng ý" : "tán thành" }
    private var decider: String { count.rules.tie.decidedBy == .presiding ? "Chủ tọa" : "Chủ tịch" }
    private var phrase: AdoptionPhrase { count.phrase(in: .vietnamese) }
    private func number(_ value: Int) -> String { Digits.grouped(value, in: .vietnamese) }

    func verdict(_ ground: PollGround) -> String {
        switch ground.outcome {
        case .adopted: "THÔNG QUA"
        case .notAdopted, .tie: "KHÔNG THÔNG QUA"
        case .noQuorum: "KHÔNG ĐỦ ĐIỀU KIỆN"
        case .awaitingChairman: count.rules.tie.decidedBy == .presiding ? "CHỜ Ý KIẾN CHỦ TỌA" : "CHỜ Ý KIẾN CHỦ TỊCH"
        }
    }

    var emptyRoster: String { "danh sách thành viên trống" }

    func noQuorum(_ figures: PollFigures) -> String {
        "có mặt \(number(figures.present))/\(number(figures.members)), cần ít nhất \(number(figures.quorumNeeded)) "
            + "(\(count.rules.quorum) tổng số thành viên)"
    }

    func tooFewReturned(_ returned: Int, _ minimum: Int) -> String {
        "thu về \(number(returned))/\(number(count.seats.count)) phiếu, cần ít nhất \(number(minimum))"
    }

    func majority(_ figures: PollFigures, reached: Bool) -> String {
        "\(share(figures)), \(phrase.threshold(reached: reached))\(needed(figures))"
    }

    var nobody: String { "không có phiếu \(favour)" }

    func tie(_ figures: PollFigures) -> String {
        let balance =
            count.rules.tie.applies == .equalForAgainst
            ? "\(favour) \(number(figures.tally.for)), không \(favour) \(number(figures.tally.against)), ngang nhau"
            : "\(favour) \(number(figures.tally.for)), không \(favour) \(number(figures.tally.against)), "
                + "\(favour) bằng đúng \(phrase.part) \(phrase.whole)"
        return "\(balance) (\(number(figures.tally.for))/\(number(figures.base))\(weighted)\(needed(figures, bare: true)))"
    }

    func decided(_ choice: Choice, _ decision: PollGround.Decision) -> String {
        let word = (count.circulated ? choice.slipName : choice.name).vi.lowercased()
        return switch decision {
        case .ownBallot: "theo phiếu của \(decider): \(word)"
        case .castAfterClosing: "theo phiếu quyết định của \(decider): \(word)"
        case .declared: "theo ý kiến \(decider) tuyên bố: \(word)"
        }
    }

    var awaiting: String { "\(decider) chưa cho ý kiến \(favour) hoặc không \(favour)" }
    var expired: String { "hết thời hạn mà \(decider) không cho ý kiến" }

    func unappliedTie(_ figures: PollFigures) -> String? {
        let numbers =
            "\(count.circulated ? "Đồng ý" : "Tán thành") \(number(figures.tally.for)), không \(favour) \(number(figures.tally.against)), "
            + "tổng \(number(figures.base))"
        guard count.eligibleDecider != nil else { return "\(numbers): không có người quyết định khi ngang phiếu." }
        return count.rules.tie.applies == .exactHalf
            ? "\(numbers): ngang nhau nhưng không bằng đúng \(phrase.part) \(phrase.whole), không áp dụng ý kiến quyết định của \(decider)."
            : "\(numbers): không ngang nhau, không áp dụng ý kiến quyết định của \(decider)."
    }

    func silence(_ count: Int) -> String { "Trong đó \(number(count)) phiếu không gửi lại được tính là đồng ý." }
    func certain(_ out: Int) -> String {
        out == 0
            ? "Kết thúc trước thời hạn vì đã thu đủ phiếu."
            : "Kết thúc trước thời hạn vì kết quả đã chắc chắn: \(number(out)) phiếu chưa gửi không thể làm thay đổi kết quả."
    }
    static let unconfirmed = "Căn cứ chưa được pháp chế xác nhận."
    var unconfirmed: String { Self.unconfirmed }

    private func share(_ figures: PollFigures) -> String {
        "\(number(figures.tally.for))/\(number(figures.base)) \(favour)\(weighted)"
    }

    private var weighted: String { count.isWeighted ? " tính theo trọng số" : "" }

    private func needed(_ figures: PollFigures, bare: Bool = false) -> String {
        guard count.baseKind.isFixed else { return "" }
        let text = "cần \(number(count.rules.adoption.needed(of: figures.base)))"
        return bare ? ", \(text)" : " (\(text))"
    }
}
