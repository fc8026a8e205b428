namespace LanguageJobs.Emulator.Submissions;

/// <summary>Which kinds of tasks are answered by projects.</summary>
internal static class TaskKinds
{
    /// <summary>The names of the kinds that a project may have, for messages.</summary>
    public static string OfProjects { get; } = string.Join(", ", Enum.GetValues<TaskKind>().Where(IsCustom));

    public static bool IsCustom(this TaskKind kind) => kind != TaskKind.PiiEntityRecognition;

    /// <summary>Reads the kind of a project, in any case.</summary>
    public static bool TryParseOfProject(string? name, out TaskKind kind) =>
        Enum.TryParse(name, ignoreCase: true, out kind) && Enum.IsDefined(kind) && kind.IsCustom();
}
