namespace LanguageJobs.Scoring;

/// <summary>
/// The best one-to-one pairing of overlapping mentions: a maximum-weight bipartite matching, found by shortest augmenting paths. Equal
/// mentions of a side are one node with a capacity, so repetitions are cheap and the result does not depend on their order.
/// </summary>
internal sealed class BestPairs
{
    private const int None = -1;

    private readonly List<Node> left;
    private readonly List<Node> right;
    private readonly LanguageMatch match;
    private readonly long pairWeight;
    private readonly long correctWeight;

    public BestPairs(
        List<Mention> left, int leftStart, int leftCount, List<Mention> right, int rightStart, int rightCount, LanguageMatch match)
    {
        this.match = match;
        this.left = Node.Group(left, leftStart, leftCount);
        this.right = Node.Group(right, rightStart, rightCount);
        // One pair outweighs all preferences among pairs; one correct pair outweighs all pairs.
        var most = Math.Min(leftCount, rightCount);
        pairWeight = 3L * most + 1;
        correctWeight = (pairWeight + 3) * most + 1;
        foreach (var node in this.left)
        {
            for (var r = 0; r < this.right.Count; r++)
            {
                if (node.Mention.Meets(this.right[r].Mention))
                    node.Edges.Add(new Edge(r, Weight(node.Mention, this.right[r].Mention)));
            }
        }
    }

    /// <summary>The pairs, as places in the two lists.</summary>
    public IEnumerable<(int Left, int Right)> Find()
    {
        while (Augment())
        {
        }
        foreach (var node in left)
        {
            foreach (var edge in node.Edges)
            {
                for (var i = 0; i < edge.Flow; i++)
                    yield return (node.Take(), right[edge.Right].Take());
            }
        }
    }

    private long Weight(in Mention l, in Mention r) =>
        (match.IsCorrect(l, r) ? correctWeight : 0) + pairWeight + (l.HasSpanOf(r) ? 2 : 0) + (l.HasCategoryOf(r) ? 1 : 0);

    // Raises the weight along the best path from a free mention to a free one; false when no path raises it.
    private bool Augment()
    {
        foreach (var node in left)
            node.Reset(node.Free > 0 ? 0 : long.MinValue);
        right.ForEach(node => node.Reset(long.MinValue));
        while (Relax())
        {
        }

        var end = None;
        for (var r = 0; r < right.Count; r++)
        {
            if (right[r].Free > 0 && right[r].Gain > 0 && (end == None || right[r].Gain > right[end].Gain))
                end = r;
        }
        if (end == None)
            return false;
        Follow(end);
        return true;
    }

    // One round over all edges. Forward edges add a pair, backward edges remove one.
    private bool Relax()
    {
        var changed = false;
        for (var l = 0; l < left.Count; l++)
        {
            foreach (var edge in left[l].Edges)
            {
                var end = right[edge.Right];
                if (left[l].Gain != long.MinValue && left[l].Gain + edge.Weight > end.Gain)
                {
                    end.Reach(left[l].Gain + edge.Weight, from: l, edge);
                    changed = true;
                }
                if (edge.Flow > 0 && end.Gain != long.MinValue && end.Gain - edge.Weight > left[l].Gain)
                {
                    left[l].Reach(end.Gain - edge.Weight, from: edge.Right, edge);
                    changed = true;
                }
            }
        }
        return changed;
    }

    private void Follow(int end)
    {
        var count = right[end].Free;
        foreach (var (edge, isForward, start) in PathTo(end))
            count = Math.Min(count, isForward ? (start.From == None ? start.Free : int.MaxValue) : edge.Flow);
        foreach (var (edge, isForward, start) in PathTo(end))
        {
            edge.Flow += isForward ? count : -count;
            if (isForward && start.From == None)
                start.Free -= count;
        }
        right[end].Free -= count;
    }

    // The steps from the end back to the free mention where the path begins. Forward steps start on the left.
    private IEnumerable<(Edge Edge, bool IsForward, Node Start)> PathTo(int end)
    {
        for (var r = end; ;)
        {
            var l = right[r].From;
            yield return (right[r].Through!, true, left[l]);
            if (left[l].From == None)
                yield break;
            r = left[l].From;
            yield return (left[l].Through!, false, right[r]);
        }
    }

    private sealed class Edge(int right, long weight)
    {
        public int Right => right;

        public long Weight => weight;

        /// <summary>How many pairs of the two mentions there are.</summary>
        public int Flow { get; set; }
    }

    /// <summary>Equal mentions of one side.</summary>
    private sealed class Node(Mention mention, int first)
    {
        private int next = first;

        public Mention Mention => mention;

        public List<Edge> Edges { get; } = [];

        public int Free { get; set; }

        /// <summary>What the best path so far to this node gains.</summary>
        public long Gain { get; private set; }

        public int From { get; private set; }

        public Edge? Through { get; private set; }

        /// <summary>The place of the next of the equal mentions.</summary>
        public int Take() => next++;

        public void Reset(long gain) => (Gain, From, Through) = (gain, None, null);

        public void Reach(long gain, int from, Edge through) => (Gain, From, Through) = (gain, from, through);

        public static List<Node> Group(List<Mention> mentions, int start, int count)
        {
            var nodes = new List<Node>(count);
            for (var i = start; i < start + count; i++)
            {
                if (nodes.Count == 0 || nodes[nodes.Count - 1].Mention != mentions[i])
                    nodes.Add(new Node(mentions[i], i));
                nodes[nodes.Count - 1].Free++;
            }
            return nodes;
        }
    }
}
