import Foundation
import NIOCore
import Rules
import Store
import Testing

@testable import Push

/// The fan-outs of two event loops over a real log, with sockets that are slow, die and come back, in an order that follows
/// from a seed. What the hub does with its actor and tasks happens here step by step, late, or not yet.
final class Simulation {
    let store: TestStore
    var random: SplitMix
    let limits: HubConfiguration
    let reader: EventReader
    var members: [Member] = []
    /// Every event's audience, and what each member might see when it was logged and ever after.
    var audiences: [Audience] = []
    var grantsHistory: [[Set<Grant>]] = []

    private var loops: [LoopFanout] = []
    private var work: [[() -> Void]] = [[], []]
    private var pages: [(loop: Int, after: Int64, subscription: SubscriptionID)] = []
    private var questions: [(loop: Int, subscription: SubscriptionID, round: Int, asOf: Int64)] = []
    private var owners: [SubscriptionID: Member] = [:]
    private var ring: Ring?
    private var positions: [Int64: Int64] = [:]
    private var number = 0
    let meter = Meter()

    init(seed: UInt64, members count: Int) async throws {
        store = try await TestStore()
        random = SplitMix(seed: seed)
        var limits = HubConfiguration()
        limits.ringEvents = 40
        limits.pageEvents = 16
        limits.frameEvents = 10
        limits.growthRows = 30
        limits.fanOutChunk = 3
        limits.regrantKinds = ["invited.changed"]
        self.limits = limits
        reader = EventReader(present: { event, _ in event.body }, gates: limits.regrantKinds, logger: .quiet)
        for index in 0..<count {
            members.append(Member(name: "u\(index)", grants: [.room, .person("u\(index)")], loop: index % 2))
        }
        for index in 0..<2 {
            loops.append(
                LoopFanout(
                    configuration: limits, meter: meter, onPage: { [unowned self] in pages.append((index, $1, $2)) },
                    onGrants: { [unowned self] in questions.append((index, $0, $1, $2)) },
                    schedule: { [unowned self] in work[index].append($0) }))
        }
    }

    // MARK: The log

    func append(changingGrants: Bool = false) async throws {
        let count = random.chance(10) ? Int.random(in: 20...90, using: &random) : Int.random(in: 1...4, using: &random)
        let isGate = changingGrants && random.chance(25)
        let audience = anAudience()
        if isGate {
            let member = members.randomElement(using: &random)!
            member.grants.formSymmetricDifference([.chair])
        }
        let kind = isGate ? "invited.changed" : "announcement.posted"
        try await store.append(to: .meeting, kind: kind, audience: audience, count: isGate ? 1 : count)
        for _ in 0..<(isGate ? 1 : count) {
            audiences.append(audience)
            grantsHistory.append(members.map(\.grants))
        }
    }

    private func anAudience() -> Audience {
        switch Int.random(in: 0..<5, using: &random) {
        case 0: Audience(.person(members.randomElement(using: &random)!.name))
        case 1: .chair
        case 2: Audience(.room, except: [UserID(trusted: members.randomElement(using: &random)!.name)])
        default: .room
        }
    }

    /// What the hub's follower does.
    func look() async throws {
        let question = Look.Question(
            positions: positions, heads: ring.map { [.meeting: $0.head] } ?? [:], asked: ring == nil ? [.meeting: Int64?.none] : [:], limits: limits)
        let answer = try await store.store.read { [reader] tx in try Look(question, in: tx, reader: reader) }
        positions = answer.positions
        for growth in answer.growth {
            if ring == nil {
                ring = Ring(head: growth.resetTo!, maxEvents: limits.ringEvents, maxBytes: limits.ringBytes)
                ring!.append(growth.entries)
                let cache = FrameCache(limit: 8)
                for loop in loops { loop.open(.meeting, epoch: answer.epoch, ring: ring!, cache: cache) }
                continue
            }
            if let head = growth.resetTo { ring!.reset(head: head) }
            ring!.append(growth.entries)
            for index in loops.indices {
                work[index].append { [loops] in loops[index].append(growth.entries, to: .meeting, resetTo: growth.resetTo) }
            }
        }
    }

    // MARK: Members

    func connect(_ member: Member, room: Int) async throws {
        try await look()
        runAll(member.loop)
        number += 2
        let (socket, subscription) = (SocketID(number: number), SubscriptionID(number: number + 1))
        member.socket = socket
        member.outlet = FakeOutlet(room: room)
        owners[subscription] = member
        loops[member.loop].add(socket, member.outlet)
        loops[member.loop].attach(
            Subscription(
                id: subscription, socket: socket, stream: .meeting, name: "meeting:a", grants: member.grants, grantsAsOf: ring!.head,
                cursor: member.cursor),
            greeting: HubFrame.subscribed(stream: "meeting:a", epoch: "e1", head: ring!.head))
    }

    /// What was on its way is lost.
    func disconnect(_ member: Member) {
        guard let socket = member.socket else { return }
        loops[member.loop].remove(socket)
        member.socket = nil
        member.outlet = FakeOutlet()
    }

    func makeRoom(_ member: Member, _ room: Int) {
        guard let socket = member.socket else { return }
        let wasFull = !member.outlet.isWritable
        member.outlet.room = room
        if wasFull { work[member.loop].append { [loops] in loops[member.loop].writable(socket) } }
    }

    // MARK: The hub's tasks

    func runSome() {
        let loop = Int.random(in: 0..<2, using: &random)
        for _ in 0..<Int.random(in: 1...3, using: &random) where !work[loop].isEmpty { work[loop].removeFirst()() }
    }

    func runAll(_ loop: Int) {
        while !work[loop].isEmpty { work[loop].removeFirst()() }
    }

    func servePage() async throws {
        guard !pages.isEmpty else { return }
        let (loop, after, subscription) = pages.remove(at: Int.random(in: 0..<pages.count, using: &random))
        let entries = try await store.store.read { [reader, limits] tx in
            try reader.entries(of: .meeting, after: after, limit: limits.pageEvents, in: tx)
        }
        work[loop].append { [loops] in loops[loop].page(entries, for: subscription) }
    }

    func answerQuestion() {
        guard !questions.isEmpty else { return }
        let (loop, subscription, round, asOf) = questions.remove(at: Int.random(in: 0..<questions.count, using: &random))
        let grants = owners[subscription]!.grants
        work[loop].append { [loops] in loops[loop].regrant(subscription, grants, round: round, asOf: asOf) }
    }

    func distrustEveryone() { for loop in loops { loop.distrust() } }
    func showHidden() { for loop in loops { loop.showHidden() } }

    // MARK: A run

    func step(changingGrants: Bool) async throws {
        let member = members.randomElement(using: &random)!
        switch Int.random(in: 0..<100, using: &random) {
        case ..<15: try await append(changingGrants: changingGrants)
        case ..<30: try await look()
        case ..<50: runSome()
        case ..<62: member.receive(Int.random(in: 1...4, using: &random))
        case ..<72: makeRoom(member, random.chance(50) ? .max : Int.random(in: 1...3, using: &random))
        case ..<78: disconnect(member)
        case ..<86: if member.socket == nil { try await connect(member, room: random.chance(50) ? .max : 2) }
        case ..<93: try await servePage()
        case ..<97: answerQuestion()
        case ..<98: distrustEveryone()
        default: showHidden()
        }
    }

    /// Everyone comes back, everything takes place, until nothing moves.
    func settle() async throws {
        for member in members where member.socket == nil { try await connect(member, room: .max) }
        for member in members { makeRoom(member, .max) }
        repeat {
            try await look()
            showHidden()
            while !pages.isEmpty || !questions.isEmpty || !work.allSatisfy(\.isEmpty) {
                try await servePage()
                answerQuestion()
                runAll(0)
                runAll(1)
            }
            for member in members { member.receive(.max) }
        } while !members.allSatisfy { $0.cursor == Int64(audiences.count) }
    }
}
