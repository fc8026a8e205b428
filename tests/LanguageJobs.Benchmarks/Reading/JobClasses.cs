using System.Text.Json.Serialization;

namespace LanguageJobs.Benchmarks.Reading;

/// <summary>What somebody would write to read a job of the Language API with a serializer: the same members, nothing else.</summary>
public sealed class JobClass
{
    public string? JobId { get; set; }

    public string? DisplayName { get; set; }

    public string? Status { get; set; }

    public DateTimeOffset? CreatedDateTime { get; set; }

    public DateTimeOffset? LastUpdatedDateTime { get; set; }

    public DateTimeOffset? ExpirationDateTime { get; set; }

    public ErrorClass[]? Errors { get; set; }

    public TasksClass? Tasks { get; set; }

    public string? NextLink { get; set; }
}

public sealed class TasksClass
{
    public int Completed { get; set; }

    public int Failed { get; set; }

    public int InProgress { get; set; }

    public int Total { get; set; }

    public TaskClass[]? Items { get; set; }
}

public sealed class TaskClass
{
    public string? Kind { get; set; }

    public string? TaskName { get; set; }

    public string? Status { get; set; }

    public DateTimeOffset? LastUpdateDateTime { get; set; }

    public ResultsClass? Results { get; set; }
}

public sealed class ResultsClass
{
    public DocumentClass[]? Documents { get; set; }

    public ErrorClass[]? Errors { get; set; }

    public string? ProjectName { get; set; }

    public string? DeploymentName { get; set; }
}

public sealed class DocumentClass
{
    public string? Id { get; set; }

    public EntityClass[]? Entities { get; set; }

    public WarningClass[]? Warnings { get; set; }
}

public sealed class EntityClass
{
    public string? Text { get; set; }

    public string? Category { get; set; }

    public string? Subcategory { get; set; }

    public int Offset { get; set; }

    public int Length { get; set; }

    public double ConfidenceScore { get; set; }
}

public sealed class WarningClass
{
    public string? Code { get; set; }

    public string? Message { get; set; }

    public string? TargetRef { get; set; }
}

public sealed class ErrorClass
{
    public string? Code { get; set; }

    public string? Message { get; set; }

    public string? Target { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(JobClass))]
public sealed partial class JobClassContext : JsonSerializerContext;
