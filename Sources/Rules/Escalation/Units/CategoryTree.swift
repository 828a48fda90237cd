/// The categories in force, ready to be asked what lies above a category.
public struct CategoryTree: Sendable {
    public enum Fault: Error, Hashable, Sendable {
        case duplicate(CategoryID)
        case missingParent(CategoryID)
        case circle(CategoryID)
    }

    public let categories: [CategoryID: ReportCategory]

    public init(_ list: [ReportCategory]) throws(Fault) {
        var categories: [CategoryID: ReportCategory] = [:]
        for category in list {
            guard categories.updateValue(category, forKey: category.code) == nil else { throw .duplicate(category.code) }
        }
        for category in list {
            var seen: Set<CategoryID> = [category.code]
            var above = category.parent
            while let next = above {
                guard let parent = categories[next] else { throw .missingParent(category.code) }
                guard seen.insert(next).inserted else { throw .circle(category.code) }
                above = parent.parent
            }
        }
        self.categories = categories
    }

    public subscript(code: CategoryID) -> ReportCategory? { categories[code] }

    /// The category and those above it, itself first.
    public func line(from code: CategoryID) -> [CategoryID] {
        var line: [CategoryID] = []
        var next = categories[code]?.code
        while let category = next {
            line.append(category)
            next = categories[category]?.parent
        }
        return line
    }
}
