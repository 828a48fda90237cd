/// Walks from a start to its due instant and notes what each day gave.
struct DeadlineWalk {
    let clock: WorkClock
    let start: Timestamp
    let due: Timestamp
    let pauses: [(from: Timestamp, to: Timestamp)]
    private(set) var steps: [DeadlineStep] = []

    init(clock: WorkClock, start: Timestamp, due: Timestamp, pauses: [(from: Timestamp, to: Timestamp)]) {
        self.clock = clock
        self.start = start
        self.due = due
        self.pauses = pauses
    }

    mutating func minutes(_ range: ClosedRange<Int>) {
        for day in range {
            guard !clock.hours(onDay: day).isEmpty else {
                note(.rest, day: day)
                continue
            }
            for piece in pieces(onDay: day) { work(piece) }
        }
        addPauses()
    }

    mutating func days(_ range: ClosedRange<Int>, count: Int) {
        var ordinal = 0
        for day in range {
            if clock.hours(onDay: day).isEmpty {
                note(.rest, day: day)
            } else if day == range.lowerBound {
                note(.uncounted, day: day)
            } else if ordinal < count {
                ordinal += 1
                note(.counted, day: day, ordinal: ordinal)
            } else {
                note(.madeUp, day: day)
            }
        }
        addPauses()
    }

    /// What is counted on a day, cut at pauses but not at breaks of the hours.
    private func pieces(onDay day: Int) -> [DeadlineStep] {
        var pieces: [DeadlineStep] = []
        func add(from: Timestamp, to: Timestamp) {
            let work = clock.work(before: to) - clock.work(before: from)
            if work > 0 { pieces.append(DeadlineStep(.worked, from: from, to: to, workMS: work)) }
        }
        let hours = clock.hours(onDay: day)
        guard let opening = hours.first, let closing = hours.last else { return [] }
        var from = max(start, clock.instant(day: day, ms: Int64(opening.from) * WorkClock.msPerMinute))
        let end = min(due, clock.instant(day: day, ms: Int64(closing.to) * WorkClock.msPerMinute))
        for pause in pauses where pause.to > from && pause.from < end {
            if pause.from > from { add(from: from, to: pause.from) }
            from = max(from, pause.to)
        }
        if from < end { add(from: from, to: end) }
        return pieces
    }

    /// Days worked alike one after the other are one step.
    private mutating func work(_ piece: DeadlineStep) {
        if var last = steps.last, last.kind == .worked, isWholeDay(piece), isWholeDay(last, lastDayOnly: true),
            clock.position(of: piece.from)?.day == clock.position(of: Timestamp(ms: last.to.ms - 1)).map({ $0.day + 1 })
        {
            last.to = piece.to
            last.workMS += piece.workMS
            steps[steps.count - 1] = last
        } else {
            steps.append(piece)
        }
    }

    /// Whether a step runs from the opening of the hours to their closing, and the hours are those of every other day in it.
    private func isWholeDay(_ step: DeadlineStep, lastDayOnly: Bool = false) -> Bool {
        guard let from = clock.position(of: step.from), let to = clock.position(of: Timestamp(ms: step.to.ms - 1)) else { return false }
        let hours = clock.hours(onDay: to.day)
        return hours == clock.hours(onDay: from.day) && hours.first.map { Int64($0.from) * WorkClock.msPerMinute } == from.ms
            && hours.last.map { Int64($0.to) * WorkClock.msPerMinute } == to.ms + 1 && (lastDayOnly || from.day == to.day)
    }

    /// A whole day; one more of the same kind lengthens the step before.
    private mutating func note(_ kind: DeadlineStep.Kind, day: Int, ordinal: Int? = nil) {
        let from = clock.instant(day: day, ms: 0)
        let to = clock.instant(day: day, ms: WorkClock.msPerDay)
        if var last = steps.last, last.kind == kind, last.to == from {
            last.to = to
            if let ordinal, let days = last.days { last.days = days.lowerBound...ordinal }
            steps[steps.count - 1] = last
        } else {
            steps.append(DeadlineStep(kind, from: from, to: to, days: ordinal.map { $0...$0 }))
        }
    }

    /// Pauses go where they begin; days of rest inside one say nothing of their own.
    private mutating func addPauses() {
        for pause in pauses where pause.to > start && pause.from < due {
            let step = DeadlineStep(.paused, from: max(pause.from, start), to: pause.to)
            steps.removeAll { $0.kind == .rest && $0.from >= step.from && $0.to <= step.to }
            let place = steps.firstIndex { $0.from > step.from } ?? steps.count
            steps.insert(step, at: place)
        }
    }
}
