import Foundation
import Rules
import Store
@testable import Cabinet

/// Counts as the law is written, slowly and with nothing of the product's own arithmetic: what the product says must be the same.
struct NaiveCount {
    struct Seat {
        var user: String
        var role: String
        var weight: Int
        var isPresent: Bool
    }

    var seats: [Seat] = []
    var rules: [String: Any] = [:]
    var isCirculated = false

    var members: Int { seats.count }
    var present: Int { seats.filter(\.isPresent).count }
    var needed: Int {
        let (numerator, denominator) = fraction("quorum")
        return (0...members + 1).first { $0 * denominator >= numerator * members }!
    }
    var isQuorate: Bool { members > 0 && present >= needed }

    /// The seats of a meeting as the tables have them now, with the rules it goes by.
    init(meeting id: String, in tx: borrowing Transaction) throws {
        let meeting = try tx.row("SELECT body, type, rule_set, rule_version FROM meeting WHERE id = \(id)")!
        isCirculated = meeting.text("type") == "circulated"
        let people =
            meeting.optionalText("rule_set") == nil
            ? try tx.rows("SELECT account, role, weight FROM body_member WHERE body = \(meeting.text("body"))")
            : try tx.rows("SELECT account, role, weight FROM roster WHERE meeting = \(id)")
        for person in people where person.text("role") != "secretary" {
            let state = try tx.row("SELECT state FROM attendance WHERE meeting = \(id) AND account = \(person.text("account"))")?.text("state")
            seats.append(Seat(user: person.text("account"), role: person.text("role"), weight: person.int("weight"), isPresent: state == "inRoom" || state == "online"))
        }
        let record =
            if let set = meeting.optionalText("rule_set") {
                try tx.row("SELECT body FROM rule_set WHERE id = \(set) AND version = \(meeting.int("rule_version"))")!
            } else {
                try tx.row(
                    "SELECT rule_set.body FROM body JOIN rule_set ON rule_set.id = body.rule_set AND rule_set.version = body.rule_version WHERE body.id = \(meeting.text("body"))")!
            }
        rules = try JSONSerialization.jsonObject(with: Data(record.text("body").utf8)) as! [String: Any]
    }

    private func fraction(_ name: String) -> (Int, Int) {
        let part = rules[name] as! [String: Any]
        return (part["numerator"] as! Int, part["denominator"] as! Int)
    }

    /// What a poll decides, in the order of contract §2, "Meaning".
    struct Result {
        var present: Int
        var tally = Tally()
        var heads = Tally()
        var outcome: Outcome = .notAdopted
    }

    /// - Parameter present: who was there at the close.
    func result(of poll: String, present: Set<String>, in tx: borrowing Transaction) throws -> Result {
        var count = self
        let row = try tx.row("SELECT rules, casting_choice, casting_expired, meeting FROM poll WHERE id = \(poll)")!
        count.rules = try JSONSerialization.jsonObject(with: Data(row.text("rules").utf8)) as! [String: Any]
        var choices: [String: String] = [:]
        for ballot in try tx.rows("SELECT account, choice FROM ballot WHERE poll = \(poll)") { choices[ballot.text("account")] = ballot.text("choice") }
        let recused = Set(try tx.rows("SELECT account FROM poll_recusal WHERE poll = \(poll)").map { $0.text("account") })
        // Of a secret poll nobody knows whose is whose, so any order of the voters gives the same sums.
        let isSecret = try tx.exists("SELECT 1 FROM poll WHERE id = \(poll) AND secrecy = 'secret'")
        if isSecret {
            let voters = try tx.rows("SELECT account FROM voted WHERE poll = \(poll) ORDER BY account").map { $0.text("account") }
            let votes = try tx.rows("SELECT choice FROM secret_vote WHERE poll = \(poll) ORDER BY number").map { $0.text("choice") }
            for (voter, vote) in zip(voters, votes) { choices[voter] = vote }
        }
        let circulation = count.rules["circulation"] as! [String: Any]
        let returned = seats.filter { choices[$0.user] != nil }.count
        var result = Result(present: seats.filter { present.contains($0.user) || (count.rules["remoteVoteCountsAsPresence"] as! Bool && choices[$0.user] != nil) }.count)
        var presentWeight = 0
        for seat in seats {
            if present.contains(seat.user) || (count.rules["remoteVoteCountsAsPresence"] as! Bool && choices[seat.user] != nil) { presentWeight += seat.weight }
            switch choices[seat.user] ?? (isCirculated && circulation["silence"] as! String == "agree" && !recused.contains(seat.user) ? "for" : "none") {
            case "for": (result.tally.for, result.heads.for) = (result.tally.for + seat.weight, result.heads.for + 1)
            case "against": (result.tally.against, result.heads.against) = (result.tally.against + seat.weight, result.heads.against + 1)
            case "abstain": (result.tally.abstain, result.heads.abstain) = (result.tally.abstain + seat.weight, result.heads.abstain + 1)
            default: (result.tally.none, result.heads.none) = (result.tally.none + seat.weight, result.heads.none + 1)
            }
        }
        if members == 0 {
            result.outcome = .noQuorum
            return result
        }
        if isCirculated {
            if let minimum = circulation["minimumReturned"] as? Int, returned < minimum {
                result.outcome = .noQuorum
                return result
            }
        } else if count.rules["quorumCheckedAt"] as! String == "openingAndClosing", result.present < count.needed {
            result.outcome = .noQuorum
            return result
        }
        let adoption = count.rules["adoption"] as! [String: Any]
        let (numerator, denominator) = count.fraction("adoption")
        let (votesFor, against, abstain) = (result.tally.for, result.tally.against, result.tally.abstain)
        let allWeight = seats.reduce(0) { $0 + $1.weight }
        let base =
            switch adoption["of"] as! String {
            case "allMembers": allWeight
            case "present": isCirculated ? allWeight : presentWeight
            case "cast": votesFor + against + abstain
            default: votesFor + against
            }
        let (left, right) = (votesFor * denominator, numerator * base)
        if votesFor > 0, adoption["comparison"] as! String == "moreThan" ? left > right : left >= right {
            result.outcome = .adopted
            return result
        }
        let tie = count.rules["tie"] as! [String: Any]
        let decider: String? =
            switch tie["decidedBy"] as! String {
            case "chairman": seats.first { $0.role == "chairman" }?.user
            case "presiding":
                try tx.row("SELECT presiding FROM meeting WHERE id = \(row.text("meeting"))")!.optionalText("presiding").flatMap { user in seats.first { $0.user == user }?.user }
            default: nil
            }
        let isTie = tie["applies"] as! String == "equalForAgainst" ? votesFor == against : left == right
        guard let decider, !recused.contains(decider), votesFor > 0, isTie else { return result }
        let own = (isSecret ? nil : choices[decider]).flatMap { $0 == "abstain" ? nil : $0 } ?? row.optionalText("casting_choice")
        if let own {
            result.outcome = own == "for" ? .adopted : .notAdopted
        } else {
            result.outcome = row.bool("casting_expired") ? .notAdopted : .awaitingChairman
        }
        return result
    }
}
