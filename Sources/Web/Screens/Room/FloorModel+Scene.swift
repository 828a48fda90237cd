import Cabinet
import Rules

extension FloorModel {
    /// Times offered for each speaker, in minutes; 0: no limit.
    private static let limits = [3, 5, 10, 0]

    init(_ scene: MeetingScene, _ p: Phrases) {
        let t = p.t
        let view = scene.floor
        let me = scene.caller.person?.id
        let conducts = scene.standing.conducts
        speaker = view.speaker.map { SpeechModel($0, scene, p) }
        waitingTitle = t("floor.waiting", ["n": "\(view.waiting.count)"])
        nobodyWaits = view.waiting.isEmpty
        listClosed = view.isClosed ? t("floor.closed") : nil
        waiting = view.waiting.enumerated().map { index, entry in
            Waiting(
                requestId: entry.id.text, waitingPlace: t("floor.place", ["place": "\(index + 1)"]), waitingName: entry.name,
                waitingOffice: p.line(entry.title, p.substitute(entry), scene.item(entry.item).map { t("floor.aboutItem", ["number": "\($0.label)"]) }),
                waitingActions: conducts ? Self.conduct(entry, before: index == 0 ? nil : view.waiting[index - 1], scene, p) : [])
        }
        let own = view.waiting.filter { $0.user == me }
        let mine = own.first { $0.item == nil || $0.item == scene.meeting.currentItem }
        myOthers = own.filter { $0.id != mine?.id }.map { entry in
            OtherRequest(
                otherText: t("floor.askedItem", ["number": "\(scene.item(entry.item)?.number ?? 0)", "place": "\(entry.place ?? 0)"]),
                otherWithdraw: ActionModel(label: t("floor.withdraw"), method: "DELETE", url: "\(scene.api)/floor/\(entry.id)", symbol: "cross", tone: "btn quiet compact"))
        }
        itemTime = view.itemTime.map { ItemTimeModel($0, scene, p) }
        myPlace = mine.map { t("floor.asked", ["place": "\($0.place ?? 0)"]) }
        floorActions = []
        if let mine { floorActions = [ActionModel(label: t("floor.withdraw"), method: "DELETE", url: "\(scene.api)/floor/\(mine.id)", symbol: "cross", tone: "btn quiet")] }
        let mayAsk = scene.takesPart && scene.allows(.floorRequests) && mine == nil && view.speaker?.user != me
        if mayAsk {
            floorActions = [
                ActionModel(label: t("floor.ask"), url: "\(scene.api)/floor", symbol: "hand", tone: "btn", blockedBecause: view.isClosed ? t("floor.closed") : nil)
            ]
        }
        let arranges = conducts && scene.allows(.floorRequests)
        listLock =
            arranges
            ? ActionModel(
                label: t(view.isClosed ? "floor.openList" : "floor.closeList"), method: "PUT", url: "\(scene.api)/floor", payload: #"{"closed":\#(!view.isClosed)}"#,
                symbol: view.isClosed ? "play" : "lock", tone: "btn quiet compact") : nil
        listActions = arranges ? Self.limits(view, scene, p) : []
        hasListActions = !listActions.isEmpty
    }

    private static func conduct(_ entry: FloorEntry, before: FloorEntry?, _ scene: MeetingScene, _ p: Phrases) -> [ActionModel] {
        var actions: [ActionModel] = []
        if scene.allows(.floor) { actions.append(ActionModel(label: p.t("floor.grant"), url: "\(scene.api)/floor/\(entry.id)/grant", symbol: "play")) }
        if let before {
            let ahead = scene.floor.waiting.prefix { $0.id != before.id }.map { "\"\($0.id)\"" } + ["\"\(entry.id)\""]
            actions.append(
                ActionModel(
                    label: p.t("floor.up", ["name": entry.name]), method: "PUT", url: "\(scene.api)/floor", payload: #"{"order":[\#(ahead.joined(separator: ","))]}"#,
                    symbol: "up"))
        }
        return actions
    }

    private static func limits(_ view: FloorView, _ scene: MeetingScene, _ p: Phrases) -> [ActionModel] {
        limits.map { minutes in
            let isNow = view.limitMS ?? 0 == Int64(minutes) * 60_000
            return ActionModel(
                label: minutes == 0 ? p.t("floor.noLimit") : p.t("floor.limitMinutes", ["n": "\(minutes)"]), method: "PUT", url: "\(scene.api)/floor",
                payload: #"{"limitSeconds":\#(minutes * 60)}"#, symbol: isNow ? "check" : nil)
        }
    }
}

extension ItemTimeModel {
    init(_ time: ItemTime, _ scene: MeetingScene, _ p: Phrases) {
        itemTimeId = time.item.text
        itemTimeWord = p.t("floor.itemTime", ["number": "\(scene.item(time.item)?.number ?? 0)", "n": "\((time.clock.limitMS ?? 0) / 60_000)"])
        itemSpokenMs = time.clock.spokenMS
        itemSince = time.clock.runningSince?.ms
        itemLimit = time.clock.limitMS ?? 0
        itemTimeText = SpeechModel.text(time.clock, at: scene.now, p)
        itemTimeWarns = scene.standing.conducts
    }
}

extension SpeechModel {
    private static let moreMS: Int64 = 60_000

    init(_ entry: FloorEntry, _ scene: MeetingScene, _ p: Phrases, onWall: Bool = false) {
        let clock = entry.clock
        let isMine = scene.caller.person?.id == entry.user
        speechId = entry.id.text
        speechName = entry.name
        speechOffice = p.line(entry.title, p.substitute(entry))
        speechWord = p.t(entry.state == .speaking ? "floor.speaking" : "floor.paused")
        speechClass = entry.state.rawValue
        spokenMs = clock.spokenMS
        speechSince = clock.runningSince?.ms
        speechLimit = clock.limitMS
        speechText = Self.text(clock, at: scene.now, p)
        speechIsMine = isMine && !onWall
        speechActions = []
        guard !onWall else { return }
        let url = "\(scene.api)/floor/\(entry.id)"
        if scene.standing.conducts, scene.allows(.floor) {
            speechActions.append(
                clock.isRunning
                    ? ActionModel(label: p.t("floor.pause"), url: "\(url)/pause", symbol: "pause", tone: "btn quiet")
                    : ActionModel(label: p.t("floor.resume"), url: "\(url)/resume", symbol: "play", tone: "btn quiet"))
            if let limit = clock.limitMS, limit + Self.moreMS <= SpeechClock.maxLimitMS {
                speechActions.append(
                    ActionModel(
                        label: p.t("floor.moreTime"), method: "PUT", url: url, payload: #"{"limitSeconds":\#((limit + Self.moreMS) / 1000)}"#, symbol: "plus", tone: "btn quiet"))
            }
        }
        if scene.standing.conducts || isMine, scene.allows(.speeches) {
            speechActions.append(ActionModel(label: p.t("floor.end"), url: "\(url)/end", symbol: "square", tone: "btn quiet"))
        }
    }

    /// "còn 02:10", "quá 00:15", or what was spoken where there is no limit.
    static func text(_ clock: SpeechClock, at now: Timestamp, _ p: Phrases) -> String {
        let spoken = clock.spoken(at: now) / 1000
        guard let limitMS = clock.limitMS else { return time(spoken) }
        let left = limitMS / 1000 - spoken
        return left >= 0 ? p.t("script.speechLeft", ["time": time(left)]) : p.t("script.speechPast", ["time": time(-left)])
    }

    private static func time(_ seconds: Int64) -> String {
        func two(_ n: Int64) -> String { n < 10 ? "0\(n)" : "\(n)" }
        return "\(two(seconds / 60)):\(two(seconds % 60))"
    }
}
