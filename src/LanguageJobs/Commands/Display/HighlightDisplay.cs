using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using LanguageJobs.Reporting;

namespace LanguageJobs.Commands;

/// <summary>Draws highlighted documents for their view. The method implements a hidden code property of the types file.</summary>
public static class HighlightDisplay
{
    private const int UsualWidth = 80;

    // A category keeps its color for as long as the session lasts.
    private static readonly ConditionalWeakTable<Runspace, CategoryColors> OfRunspace = new();

    /// <summary>The lines of a document, no wider than the host's window, in colors where the host shows them.</summary>
    public static string? Drawing(PSObject? highlight)
    {
        if (DeserializedObject.Revive(highlight) is not LanguageHighlight live)
            return null;
        var host = CurrentHost();
        var colors = Runspace.DefaultRunspace is { } runspace ? OfRunspace.GetOrCreateValue(runspace) : new CategoryColors();
        return string.Join("\n", new HighlightView(live, colors, Width(host), JobDisplay.ShowsColors(host), Measure(host)).Lines());
    }

    // A code property only gets the object; reading a variable is allowed in every language mode.
    private static PSHost? CurrentHost() => Runspace.DefaultRunspace is null ? null : ScriptBlock.Create("$Host").InvokeReturnAsIs() switch
    {
        PSObject { BaseObject: PSHost host } => host,
        PSHost host => host,
        _ => null,
    };

    // The engine breaks lines that its host considers too long: many hosts count combining marks as columns.
    private static Func<string, int>? Measure(PSHost? host) => host?.UI?.RawUI is { } screen ? screen.LengthInBufferCells : null;

    // Without a window, as in a service, hosts throw or say 0.
    private static int Width(PSHost? host)
    {
        try
        {
            // The engine leaves the last column free.
            return (host?.UI.RawUI.BufferSize.Width is { } width and > 1 ? width : UsualWidth) - 1;
        }
        catch (Exception e) when (e is HostException or NotImplementedException or IOException)
        {
            return UsualWidth;
        }
    }
}
