namespace LanguageJobs.Emulator.Faults;

/// <summary>The faults that the next requests meet, in the order in which they were planned.</summary>
internal sealed class PlannedFaults
{
    private readonly List<PlannedFault> faults = [];
    private readonly Lock gate = new();

    public IReadOnlyList<PlannedFault> All
    {
        get
        {
            lock (gate)
                return [.. faults];
        }
    }

    public void Add(PlannedFault fault)
    {
        lock (gate)
            faults.Add(fault);
    }

    /// <summary>The fault that this request meets, or null.</summary>
    public PlannedFault? Take(JobOperation operation)
    {
        lock (gate)
        {
            var index = faults.FindIndex(fault => fault.Operation is null || fault.Operation == operation);
            if (index < 0)
                return null;
            var fault = faults[index];
            if (fault.Count > 1)
                faults[index] = fault with { Count = fault.Count - 1 };
            else
                faults.RemoveAt(index);
            return fault;
        }
    }

    public void Clear()
    {
        lock (gate)
            faults.Clear();
    }
}
