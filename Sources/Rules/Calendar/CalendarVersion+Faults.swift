extension CalendarVersion {
    /// More holidays or swaps than this are a broken file, not a calendar.
    public static let maximumEntries = 2000

    /// Everything that is wrong with the data; empty for a calendar that can be used.
    public var faults: [CalendarFault] {
        var faults: [CalendarFault] = []
        if version < 1 { faults.append(.init("/version", .version)) }
        if holidays.count + swaps.count > Self.maximumEntries { return faults + [.init("/holidays", .tooManyEntries)] }
        if Weekday.allCases.allSatisfy({ hours[$0].isEmpty }) { faults.append(.init("/hours", .noHours)) }
        for day in Weekday.allCases {
            let hours = hours[day]
            if zip(hours, hours.dropFirst()).contains(where: { $0.to > $1.from }) { faults.append(.init("/hours/\(day)", .hoursOverlap)) }
        }
        for (index, holiday) in holidays.enumerated() where holiday.to < holiday.from {
            faults.append(.init("/holidays/\(index)", .backwards))
        }
        if let coversFrom, let coversTo, coversTo < coversFrom { faults.append(.init("/coversTo", .backwards)) }
        return faults + swapFaults
    }

    private var swapFaults: [CalendarFault] {
        var faults: [CalendarFault] = []
        var named: Set<CivilDate> = []
        for (index, swap) in swaps.enumerated() {
            if isRest(swap.off) { faults.append(.init("/swaps/\(index)/off", .swapOffNotWorking)) }
            if !isRest(swap.work) { faults.append(.init("/swaps/\(index)/work", .swapWorkNotResting)) }
            if !named.insert(swap.off).inserted { faults.append(.init("/swaps/\(index)/off", .swapTwice)) }
            if !named.insert(swap.work).inserted { faults.append(.init("/swaps/\(index)/work", .swapTwice)) }
        }
        return faults
    }

    /// Without looking at the swaps.
    private func isRest(_ date: CivilDate) -> Bool { hours[date.weekday].isEmpty || holidays.contains { $0.covers(date) } }
}
