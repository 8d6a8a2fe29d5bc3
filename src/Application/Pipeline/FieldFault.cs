namespace CleanLogin.Application.Pipeline;

/// <summary>What is wrong with a field of a command.</summary>
/// <param name="Field">The command's property.</param>
/// <param name="Message">What to do, for whoever filled it in.</param>
public sealed record FieldFault(string Field, string Message);
