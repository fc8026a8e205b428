using System.Management.Automation;
using LanguageJobs.Labels;

namespace LanguageJobs.Commands;

/// <summary>The labels that a parameter gives: files, labels, or objects that read like labels.</summary>
internal static class LabelInput
{
    /// <summary>Reads them all. The command ends if some cannot be read, because the scores would be wrong.</summary>
    public static LabelSet Read(LanguageCommand command, PSObject[] values)
    {
        var labels = new LabelSet();
        foreach (var value in values)
        {
            if (ObjectMember.Bare(value) is string or FileInfo)
                Read(command, labels, ObjectMember.Bare(value)!);
            else
                Guarded(command, value, () => labels.Add(LabelOf(value)));
        }
        return labels;
    }

    private static void Read(LanguageCommand command, LabelSet labels, object path)
    {
        foreach (var file in path is FileInfo known ? [known.FullName] : command.ResolveFiles((string)path, command.ThrowTerminatingError))
        {
            LabelFile content;
            try
            {
                content = command.InBackground(() => LabelFile.Read(file));
            }
            catch (Exception e) when (!ErrorRecords.IsFromEngine(e))
            {
                command.ThrowTerminatingError(ErrorRecords.OfFile(e, file, ScoringErrorRecords.LabelFileAdvice));
                throw;
            }
            Guarded(command, file, () => labels.Add(content));
        }
    }

    private static LanguageLabel LabelOf(PSObject value) => DeserializedObject.Revive(value) switch
    {
        LanguageLabel label => label,
        PSObject or System.Collections.IDictionary when ObjectMember.Exists(value, "DocumentId") && ObjectMember.Exists(value, "Category") =>
            (LanguageLabel)ObjectReader.Read(value, typeof(LanguageLabel)),
        var other => throw new LabelFormatException($"An object ({other?.GetType().Name}) is neither a file nor a label: it has no DocumentId and Category."),
    };

    private static void Guarded(LanguageCommand command, object target, Action action)
    {
        try
        {
            action();
        }
        catch (FormatException e)
        {
            command.ThrowTerminatingError(ScoringErrorRecords.InvalidLabels(e, target));
        }
    }
}
