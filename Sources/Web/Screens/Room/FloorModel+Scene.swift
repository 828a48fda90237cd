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
                waitingOffice: p.line(entry.title, scene.item(entry.item).map { t("floor.aboutItem", ["number": "\($0.number)"]) }),
                waitingActions: conducts ? Self.conduct(entry, before: index == 0 ? nil : view.waiting[index - 1], scene, p) : [])
        }
        let mine = view.waiting.first { $0.user == me }
        myPlace = mine.map { t("floor.asked", ["place": "\($0.place ?? 0)"]) }
        floorActions = []
        if let mine { floorActions = [ActionModel(label: t("floor.withdraw"), method: "DELETE", url: "\(scene.api)/floor/\(mine.id)", symbol: "cross", tone: "btn quiet")] }
        let mayAsk = scene.takesPart && scene.allows(.floorRequests) && mine == nil && view.speaker?.user != me
        if mayAsk {
            floorActions = [
                ActionModel(label: t("floor.ask"), url: "\(scene.api)/floor", symbol: "hand", tone: "btn", blockedBecause: view.isClosed ? t("floor.closed") : nil)
            ]
        }
        listActions = conducts && scene.allows(.floorRequests) ? Self.list(view, scene, p) : []
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

    private static func list(_ view: FloorView, _ scene: MeetingScene, _ p: Phrases) -> [ActionModel] {
        let lock = ActionModel(
            label: p.t(view.isClosed ? "floor.openList" : "floor.closeList"), method: "PUT", url: "\(scene.api)/floor", payload: #"{"closed":\#(!view.isClosed)}"#)
        return [lock]
            + limits.map { minutes in
                let isNow = view.limitMS ?? 0 == Int64(minutes) * 60_000
                return ActionModel(
                    label: minutes == 0 ? p.t("floor.noLimit") : p.t("floor.limitMinutes", ["n": "\(minutes)"]), method: "PUT", url: "\(scene.api)/floor",
                    payload: #"{"limitSeconds":\#(minutes * 60)}"#, symbol: isNow ? "check" : nil)
            }
    }
}

extension SpeechModel {
    init(_ entry: FloorEntry, _ scene: MeetingScene, _ p: Phrases, onWall: Bool = false) {
        let clock = entry.clock
        let isMine = scene.caller.person?.id == entry.user
        speechId = entry.id.text
        speechName = entry.name
        speechOffice = entry.title
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
        }
        if scene.standing.conducts || isMine, scene.allows(.speeches) {
            speechActions.append(ActionModel(label: p.t("floor.end"), url: "\(url)/end", symbol: "square", tone: "btn quiet"))
        }
    }

    /// "còn 02:10", "quá 00:15", or what was spoken where there is no limit.
    private static func text(_ clock: SpeechClock, at now: Timestamp, _ p: Phrases) -> String {
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
