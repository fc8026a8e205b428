using System.Globalization;
using LanguageJobs.Emulator.Faults;

namespace LanguageJobs.Emulator.Http;

/// <summary>Brings answers to clients, or lets them meet a fault.</summary>
internal sealed class FaultyDelivery(RateLimit limit, RequestFaults faults, EmulatorCounters counters)
{
    public async Task Deliver(HttpContext context, JobOperation operation, Func<Task<Answer>> answer)
    {
        if (!limit.TryPass(out var wait))
        {
            counters.WasThrottled();
            await FaultAnswers.TooManyRequests(operation, wait).Send(context.Response);
        }
        else if (faults.Next(operation) is { } fault)
            await DeliverFault(context, operation, fault, answer);
        else
            await (await answer()).Send(context.Response);
    }

    private async Task DeliverFault(HttpContext context, JobOperation operation, PlannedFault fault, Func<Task<Answer>> answer)
    {
        Note(context, fault);
        if (fault.Kind == FaultKinds.SlowAnswer)
        {
            await Task.Delay(fault.Delay, context.RequestAborted);
            await (await answer()).Send(context.Response);
        }
        else if (fault.Kind == FaultKinds.BodyCut && operation == JobOperation.Get)
            await (await answer()).SendHalf(context.Response);
        else
            await Lose(context, operation, fault, answer);
    }

    private void Note(HttpContext context, PlannedFault fault)
    {
        if (fault.Kind is { } kind)
            counters.Met(kind);
        RequestTrace.Of(context)?.Fault = fault.Kind is { } named ? FaultNames.Of(named) : fault.Status?.ToString(CultureInfo.InvariantCulture);
    }

    private async Task Lose(HttpContext context, JobOperation operation, PlannedFault fault, Func<Task<Answer>> answer)
    {
        if (operation != JobOperation.Get && fault.Taken)
            await TakeUnseen(operation, answer);
        var jobId = context.Request.RouteValues["id"] as string;
        if (FaultAnswers.For(fault, operation, jobId) is { } error)
            await error.Send(context.Response);
        else
            context.Abort();
    }

    private async Task TakeUnseen(JobOperation operation, Func<Task<Answer>> answer)
    {
        var lost = await answer();
        if (operation == JobOperation.Submit && lost.Status == StatusCodes.Status202Accepted)
            counters.TookUnseen();
    }
}
