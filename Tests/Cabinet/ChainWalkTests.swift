import Rules
import Store
import Testing
@testable import Cabinet

/// Whatever meetings do with an item: the chain is whole, somebody has the matter until a known instant, and the citizen reads where it is.
@Suite("Random walks of an escalation through meetings")
struct ChainWalkTests {
    private static let steps = 16

    private enum Deed: CaseIterable {
        case adopt, reject, tie, emptyRoom, `defer`, move, remove, cancel, postpone, conclude
    }

    private struct Walk {
        let town: ReportCity
        let escalation: EscalationID
        let reports: [ReportID]
        /// The meeting that is in session.
        let room: MeetingID
        var random: SplitMix
        var told: Set<CitizenMessage.Code> = []
        var meetings = 0

        var kit: CabinetKit { town.kit }

        init(seed: UInt64) async throws {
            town = try await ReportCity.built()
            (escalation, reports) = try await town.inInbox(2)
            room = try await town.city.meeting()
            random = SplitMix(seed: seed)
            try await town.open(room)
        }

        mutating func pick<T>(_ some: [T]) -> T { some.randomElement(using: &random)! }

        mutating func another() async throws -> MeetingID {
            meetings += 1
            return try await town.city.meeting("Họp \(meetings)", startsIn: 86_400 * Int64(2 + meetings))
        }

        // MARK: Doing

        static let inSession: [Deed] = [.adopt, .reject, .tie, .tie, .emptyRoom, .defer, .move, .remove, .conclude]
        static let before: [Deed] = [.defer, .move, .remove, .cancel, .cancel, .postpone]

        mutating func step() async throws {
            let value = try await town.escalation(escalation)
            switch value.state {
            case .inbox, .gathering:
                let meeting = pick([true, true, false]) ? room : try await another()
                _ = try await town.place(escalation, in: meeting)
            case .onAgenda:
                guard let item = value.agendaItem else { return }
                let meeting: MeetingID = try await kit.read { tx in try tx.row("SELECT meeting FROM agenda_item WHERE id = \(item.text)")!.id("meeting") }
                let deed = pick(meeting == room ? Self.inSession : Self.before)
                do {
                    try await perform(deed, on: item, of: meeting)
                } catch is Refusal {
                    // Refused deeds leave everything as it was: the checks after the step say so.
                }
            case .concluded:
                let open = try await kit.read { tx in try tx.rows("SELECT id FROM action_item WHERE state = 'open' ORDER BY number LIMIT 10").map { $0.id("id", OfActionItem.self) } }
                if let task = open.first { _ = try await kit.perform(CloseActionItem(id: task, result: "Đã làm xong"), as: town.builder) }
            case .decided, .returned: return
            }
            for _ in 0..<2 { try await town.follow() }
        }

        private mutating func perform(_ deed: Deed, on item: AgendaItemID, of meeting: MeetingID) async throws {
            let seats = town.city.seats
            switch deed {
            case .adopt, .reject:
                let poll = try await town.city.openPoll(meeting, item: item)
                try await town.city.vote(poll, deed == .adopt ? .for : .against, by: seats)
                try await kit.perform(ClosePoll(id: poll), as: town.city.chair)
            case .tie:
                let poll = try await town.city.openPoll(meeting, item: item)
                try await town.city.vote(poll, .for, by: Array(seats[1...3]))
                try await town.city.vote(poll, .against, by: Array(seats[4...6]))
                try await kit.perform(ClosePoll(id: poll), as: town.city.chair)
                try await town.follow()
                // Sometimes the chair decides at once, sometimes something else is tried before.
                if pick([true, false]) { try await kit.perform(GiveCastingVote(id: poll, vote: .init(choice: pick([.for, .against]), basis: .cast)), as: town.city.chair) }
            case .emptyRoom:
                let poll = try await town.city.openPoll(meeting, item: item)
                try await town.city.attend(meeting, Array(seats.dropFirst()), .absent, reason: "Có việc")
                try await kit.perform(ClosePoll(id: poll), as: town.city.chair)
                try await town.city.attend(meeting, seats)
            case .defer: try await kit.perform(DeferAgendaItem(meeting: meeting, item: item, next: nil, nextItem: kit.newID()), as: town.city.clerk)
            case .move: try await kit.perform(DeferAgendaItem(meeting: meeting, item: item, next: try await another(), nextItem: kit.newID()), as: town.city.clerk)
            case .remove: try await kit.perform(RemoveAgendaItem(id: item, meeting: meeting), as: town.city.clerk)
            case .cancel: try await town.city.advance(meeting, .cancel)
            case .postpone:
                let later = kit.clock.now + 86_400 * 60
                try await kit.perform(
                    EditMeeting(id: meeting, particulars: .init(title: "Hoãn", type: .regular, form: .inRoom, startsAt: later, endsAt: later + 7200, place: "P1")), as: town.city.clerk)
            case .conclude:
                let tasks = pick([true, true, false]) ? [town.task(), town.task(86_400 * 20)] : []
                try await kit.perform(
                    ConcludeItem(id: kit.newID(), meeting: meeting, item: item, text: "Giao Sở Xây dựng", publicText: "Sẽ thay cống", isReleased: pick([true, false]), tasks: tasks),
                    as: town.city.clerk)
            }
        }

        // MARK: Checking

        mutating func check(_ place: String) async throws {
            let value = try await town.escalation(escalation)
            let leadership = try kit.cabinet.law().forest.leadership
            for id in reports {
                let report = try await town.report(id)
                let heard = try await town.told(id)
                told.formUnion(heard)
                #expect(report.standing != nil && !heard.isEmpty, "\(place): nobody has it")
                #expect(report.bucket() == .processing, "\(place)")
                switch value.state {
                case .inbox:
                    // (v) back with its clock running, on no agenda.
                    #expect(report.state == .awaitingLeadership && report.holder == leadership && report.agendaItem == nil, "\(place)")
                    #expect(report.clocks.contains { $0.kind == .leaderDecide && $0.isOpen && !$0.isPaused }, "\(place)")
                case .onAgenda:
                    #expect(report.state == .onAgenda && report.agendaItem == value.agendaItem, "\(place)")
                case .concluded:
                    #expect(report.state == .concluded && report.holder == ReportCity.construction && report.conclusion == value.conclusion, "\(place)")
                    // (iv) the last task asks for the answer.
                    let asked = try await kit.read { tx in try ReportRow.find(id, in: tx)!.answerAskedAt }
                    #expect(report.openTasks.isEmpty == (asked != nil), "\(place)")
                case .gathering, .decided, .returned: Issue.record("\(place): \(value.state)")
                }
            }
            let (vault, law, slipKeys) = (kit.cabinet.vault, try kit.cabinet.law(), kit.cabinet.slipKeys)
            let faults = try await kit.read { tx in
                let act = Act(caller: .clock, at: Timestamp(ms: 0), vault: vault, slipKeys: slipKeys, random: { _ in [] }, seededLaw: law)
                return try tx.rows("SELECT id FROM agenda_item ORDER BY id LIMIT 500").flatMap { try ChainCheck.links(around: $0.id("id"), act, in: tx).faults }
            }
            #expect(faults.isEmpty, "\(place): (i) to (vii)")
            #expect(try await kit.read { tx in try Reports.buckets(in: tx) } == BucketCount(waiting: 0, processing: reports.count, answered: 0, rejected: 0), "\(place)")
        }
    }

    @Test("every end a vote or a meeting can have leaves state, holder and sentence; the walks reach them all")
    func walks() async throws {
        var told: Set<CitizenMessage.Code> = []
        for seed in 1...8 as ClosedRange<UInt64> {
            var walk = try await Walk(seed: seed)
            for step in 0..<Self.steps {
                try await walk.step()
                try await walk.check("seed \(seed) step \(step)")
            }
            told.formUnion(walk.told)
            #expect(try await walk.kit.finding().fault == nil)
        }
        let wanted: Set<CitizenMessage.Code> = [
            .onAgenda, .notAdopted, .noQuorum, .awaitingChairman, .itemDeferred, .itemDeferredTo, .itemRemoved, .meetingCancelled, .meetingPostponed, .concluded, .tasksDone,
        ]
        #expect(told.isSuperset(of: wanted), "never reached: \(wanted.subtracting(told))")
    }
}
