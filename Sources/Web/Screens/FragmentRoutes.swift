import Cabinet
import Hummingbird
import Rules

/// `/meetings/{id}/fragments/a+b`: parts of a page, rendered from the same templates as the whole and read at one instant.
struct FragmentRoutes {
    let stage: Screens

    func add(to router: Router<AppContext>) {
        router.get("meetings/:id/fragments/:names", use: show)
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let names = (context.parameters.get("names") ?? "").split(whereSeparator: { $0 == "+" || $0 == "," }).map(String.init)
        guard !names.isEmpty, names.count <= Self.most else { throw Refusal(.notFound) }
        let scene = try await stage.scene(context)
        var parts: [(String, any Sendable)] = []
        for name in names { parts.append(try await part(name, scene, request, context)) }
        var response = try stage.parts(parts, context)
        // The page heard that access changed: what whoever lost something has in his cache goes with it.
        if request.query("forget") != nil, scene.mayHaveLost { response.headers[.clearSiteData] = #""cache""# }
        return response
    }

    /// Most parts one page has.
    static let most = 12

    private func part(_ name: String, _ scene: MeetingScene, _ request: Request, _ context: AppContext) async throws -> (String, any Sendable) {
        let p = stage.phrases(context)
        switch name {
        case "head": return ("room/head-fragment", RoomPart(top: TopModel(scene, p)))
        case "agenda": return ("room/agenda-fragment", RoomPart(agenda: AgendaModel(scene, open: request.query("doc").flatMap { DocumentID($0) }, p)))
        case "reader":
            let reading = try await stage.reading(request, scene)
            return ("room/reader-fragment", RoomPart(reader: ReaderModel(reading.document, verdict: reading.verdict, page: reading.page, scene, p)))
        case "panel": return ("room/panel-fragment", RoomPart(panel: PanelModel(scene, p, sentences: stage.sentences(context))))
        case "bar": return ("room/bar-fragment", RoomPart(bar: BarModel(scene, p)))
        case "brief": return ("meetings/brief-fragment", BriefModel(scene, p))
        case "screen": return ("screen/body-fragment", BigScreenModel(scene, p))
        case "minutes": return ("minutes/body-fragment", try await MinutesScreen(stage: stage).model(scene, context))
        default: return try await preparation(name, scene, context)
        }
    }

    private func preparation(_ name: String, _ scene: MeetingScene, _ context: AppContext) async throws -> (String, any Sendable) {
        guard scene.standing.secretary else { throw Refusal(.authForbidden, ["needs": "secretary"]) }
        let p = stage.phrases(context)
        switch name {
        case "prepare-status": return ("prepare/status-fragment", PreparePart(status: PrepareStatus(scene, p)))
        case "prepare-details": return ("prepare/details-fragment", PreparePart(detailsForm: PrepareDetails(scene, p)))
        case "prepare-agenda": return ("prepare/agenda-fragment", PreparePart(agenda: PrepareAgenda(scene, p)))
        case "prepare-documents": return ("prepare/documents-fragment", PreparePart(documents: PrepareDocuments(scene, p)))
        case "prepare-polls": return ("prepare/polls-fragment", PreparePart(polls: PreparePolls(scene, p)))
        case "prepare-people":
            let accounts = try await PrepareScreen(stage: stage).accounts(context)
            return ("prepare/people-fragment", PreparePart(people: PreparePeople(scene, accounts: accounts, p)))
        default: throw Refusal(.notFound)
        }
    }
}

extension MeetingScene {
    /// A guest or a substitute, or who takes no part in an item.
    var mayHaveLost: Bool {
        guard let me = caller.person?.id, !standing.secretary else { return false }
        return !roster.contains { $0.user == me } || recusals.contains { $0.user == me }
    }
}
