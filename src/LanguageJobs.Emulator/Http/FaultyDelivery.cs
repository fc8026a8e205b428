using LanguageJobs.Emulator.Faults;

namespace LanguageJobs.Emulator.Http;

/// <summary>Brings answers to clients, or lets them meet the fault that was drawn for them.</summary>
internal sealed class FaultyDelivery(RateLimit limit, RequestFaults faults, EmulatorCounters counters)
{
    public async Task Deliver(HttpContext context, JobOperation operation, Func<Task<Answer>> answer)
    {
        if (!limit.TryPass())
        {
            counters.WasThrottled();
            await FaultAnswers.TooManyRequests(operation.Words).Send(context.Response);
            return;
        }
        var fault = faults.Draw();
        if (fault == FaultKinds.None)
            await (await answer()).Send(context.Response);
        else
            await DeliverFault(context, operation, fault, answer);
    }

    private async Task DeliverFault(HttpContext context, JobOperation operation, FaultKinds fault, Func<Task<Answer>> answer)
    {
        counters.Met(fault);
        if (fault == FaultKinds.SlowAnswer)
        {
            await Task.Delay(faults.DrawSlowness(), context.RequestAborted);
            await (await answer()).Send(context.Response);
        }
        else if (fault == FaultKinds.BodyCut && operation == JobOperation.Get)
            await (await answer()).SendHalf(context.Response);
        else
            await Lose(context, operation, fault, answer);
    }

    private async Task Lose(HttpContext context, JobOperation operation, FaultKinds fault, Func<Task<Answer>> answer)
    {
        if (operation != JobOperation.Get && faults.DrawEffect(fault))
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
