import GRDB
import Synchronization

/// Where each column of a statement stands, found once for each text: a row of thirty columns would else compare names nine hundred times.
enum ColumnPlaces {
    /// Statements are written in the sources, so there are few; lists of `IN` make some more.
    private static let most = 2000
    private static let known = Mutex<[String: [String: Int]]>([:])

    /// Of two columns of one name the first counts.
    static func of(_ statement: Statement, _ sql: String) -> [String: Int] {
        if let places = known.withLock({ $0[sql] }) { return places }
        let places = Dictionary(statement.columnNames.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        known.withLock { known in
            if known.count >= most { known.removeAll() }
            known[sql] = places
        }
        return places
    }
}
