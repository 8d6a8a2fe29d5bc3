namespace CleanLogin.Application.Pipeline;

/// <summary>An outcome with a case for a command of the wrong shape.</summary>
/// <typeparam name="TSelf">The outcome.</typeparam>
public interface IValidatedOutcome<out TSelf>
    where TSelf : IValidatedOutcome<TSelf>
{
    /// <summary>Makes that case.</summary>
    static abstract TSelf FromFaults(IReadOnlyList<FieldFault> faults);
}
