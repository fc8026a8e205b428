using System.Globalization;

namespace LanguageJobs.Tests.Hosting;

/// <summary>A test that runs under the rules of real cultures, and says so where there are none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CultureTheoryAttribute : TheoryAttribute
{
    public CultureTheoryAttribute()
    {
        if (!AreThere())
            Skip = "the rules of cultures are not there: ICU is not installed, or is turned off";
    }

    private static bool AreThere()
    {
        try
        {
            return new CultureInfo("de-DE").NumberFormat.NumberDecimalSeparator == ",";
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}
