{
  "Version": "2012-10-17",
  "Statement": [
    %{ for subject in subjects ~}
    {"Effect": "Allow"},
    %{ endfor ~}
  ]
}
